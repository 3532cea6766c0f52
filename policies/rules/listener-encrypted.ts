import { listAt, textAt } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

export const listenerEncrypted = defineRule({
  id: "listener-encrypted",
  severity: "mandatory-outside-dev",
  sources: ["CKV_AWS_2"],
  title: "Load balancers speak TLS",
  why: "Plain HTTP can be read and changed on the way.",
  fix: "make the listener HTTPS, or let it redirect to HTTPS",
  facts: only("listener"),
  fault: ({ props }) => {
    if (textAt(props, "protocol") !== "HTTP") return undefined;
    const redirects = listAt(props, "defaultActions").some(
      action => textAt(action, "redirect.protocol") === "HTTPS",
    );
    return redirects ? undefined : "the listener answers plain HTTP";
  },
});

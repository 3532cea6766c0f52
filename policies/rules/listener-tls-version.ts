import { textAt } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

/** AWS names its policies by the oldest version that they take. */
const MODERN = /^ELBSecurityPolicy-(FS-1-2|TLS-1-2|TLS13-1-[23])/;
const WHEN_UNSAID = "ELBSecurityPolicy-2016-08";

export const listenerTlsVersion = defineRule({
  id: "listener-tls-version",
  severity: "mandatory-outside-dev",
  sources: ["CKV_AWS_103"],
  title: "Load balancers speak TLS 1.2 or later",
  why: "TLS 1.0 and 1.1 are broken, and AWS still takes them when nobody says otherwise.",
  fix: "set sslPolicy to ELBSecurityPolicy-TLS13-1-2-2021-06",
  facts: subject =>
    only("listener")(subject).filter(({ props }) =>
      ["HTTPS", "TLS"].includes(textAt(props, "protocol") ?? ""),
    ),
  fault: ({ props }) => {
    const policy = textAt(props, "sslPolicy") ?? WHEN_UNSAID;
    return MODERN.test(policy) ? undefined : `${policy} takes versions of TLS before 1.2`;
  },
});

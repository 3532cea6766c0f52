import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { stringify } from "yaml";
import { capabilityNotes } from "../../components/capabilities/capability-notes";
import { readCapabilities } from "../../components/capabilities/read-capabilities";
import { capabilityLines } from "../capabilities/capability-lines";
import { EXIT } from "../exit-code";
import { defineVerb } from "../verb";
import { DATE_OPTION, dateOf } from "./stack-options";

/** `towpath capabilities`. Asks a cluster by kubectl and changes nothing of it. */
export const capabilities = defineVerb({
  name: "capabilities",
  summary: "What an existing cluster can do: Gateway API, metrics, storage, load balancers",
  about:
    "Asks a cluster what it can do and changes nothing of it. With --out the answer is written into a file for " +
    "towpath:cluster.capabilities, so that previews know the cluster without reaching it. Needs kubectl.",
  options: {
    kubeconfig: { kind: "text", value: "FILE", about: "A kubeconfig. Default: as kubectl finds one" },
    context: { kind: "text", value: "NAME", about: "A context of it. Default: the current one" },
    out: { kind: "text", value: "FILE", about: "Write the answer as YAML. Default: only show it" },
    format: { kind: "text", choices: ["text", "json"], about: "Form of the answer. Default: text" },
    ...DATE_OPTION,
  },
  run: async ({ kubeconfig, context: name, out, format = "text", date }, _, context) => {
    const day = dateOf({ date }, context);
    context.progress("asking the cluster");
    const found = await readCapabilities({ kubeconfig, context: name });
    if (out !== undefined) writeFileSync(resolve(context.directory, out), stringify(found));
    const text = () => [...capabilityLines(found), ...capabilityNotes(found, day)].join("\n");
    context.write(`${format === "json" ? JSON.stringify(found, undefined, 2) : text()}\n`);
    return EXIT.fine;
  },
});

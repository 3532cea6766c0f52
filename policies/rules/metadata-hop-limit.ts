import { machinesOf } from "../facts/machines";
import { defineRule } from "../rule";

export const metadataHopLimit = defineRule({
  id: "metadata-hop-limit",
  severity: "advisory",
  sources: ["CKV_AWS_341"],
  title: "Instance metadata stays on the host",
  why: "With one hop, containers cannot take the role of the machine that they run on.",
  fix: "set metadataOptions.httpPutResponseHopLimit to 1 unless a container needs the host's role",
  facts: machinesOf,
  // AWS answers over one hop when nobody says otherwise.
  fault: ({ hopLimit = 1 }) => (hopLimit > 1 ? `metadata is served over ${hopLimit} hops` : undefined),
});

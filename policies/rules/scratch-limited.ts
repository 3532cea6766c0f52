import { containersOf } from "../facts/workloads";
import { defineRule } from "../rule";

export const scratchLimited = defineRule({
  id: "scratch-limited",
  severity: "advisory",
  sources: ["KS-container-ephemeral-storage-request-and-limit"],
  title: "Containers have a limit for scratch files and logs",
  why: "A container that fills the node's disk gets everything on that node evicted.",
  fix: "set requests and limits of ephemeral-storage",
  facts: subject =>
    containersOf(subject).filter(({ container }) => container.resources.hasScratchLimit !== undefined),
  fault: ({ container: { what, resources } }) =>
    resources.hasScratchLimit ? undefined : `${what} may fill its node's disk`,
});

import { containersOf } from "../facts/workloads";
import { defineRule } from "../rule";

export const noProbeHost = defineRule({
  id: "no-probe-host",
  severity: "mandatory-outside-dev",
  sources: ["PSS"],
  title: "Probes ask the container itself",
  why: "A probe with a host makes the node fetch from an address of the manifest's choice, past every network policy.",
  fix: "remove host from the probe",
  facts: containersOf,
  fault: ({ container: { what, probedHosts } }) =>
    probedHosts.length > 0 ? `probes of ${what} go to ${probedHosts.join(", ")}` : undefined,
});

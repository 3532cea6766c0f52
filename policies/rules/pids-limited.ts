import { pidsLimit } from "../facts/compose-container";
import { composeServicesOf } from "../facts/compose-services";
import { defineRule } from "../rule";

export const pidsLimited = defineRule({
  id: "pids-limited",
  severity: "mandatory-outside-dev",
  sources: ["CL-0026"],
  title: "Services start a limited number of processes",
  why: "A service that forks without end otherwise takes the host with it.",
  fix: "set pids_limit",
  facts: composeServicesOf,
  fault: ({ name, service }) =>
    (pidsLimit(service) ?? 0) > 0 ? undefined : `service ${name} may start processes without end`,
});

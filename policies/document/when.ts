import type { Severity } from "../rule";

/** How people are told of each severity. */
export const WHEN: Readonly<Record<Severity, string>> = {
  mandatory: "mandatory",
  "mandatory-outside-dev": "mandatory, advisory in dev",
  "mandatory-in-prod": "mandatory in prod, off elsewhere",
  advisory: "advisory",
  "advisory-outside-dev": "advisory, off in dev",
  "advisory-in-prod": "advisory in prod, off elsewhere",
};

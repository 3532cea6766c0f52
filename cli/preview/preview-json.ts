import type { Preview } from "./preview";

/** A preview as documented in docs/cli.md; the same input gives the same bytes. */
export function previewJson({
  stack,
  target,
  date,
  resources,
  report,
  policies,
  cost,
  artefacts,
}: Preview): string {
  return `${JSON.stringify({ stack, target, date, resources, report, policies, cost, artefacts }, undefined, 2)}\n`;
}

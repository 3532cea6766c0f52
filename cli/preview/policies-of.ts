import type { Settings } from "../../components/settings/settings";
import type { PolicyConfig } from "../../policies/config";
import { evaluate } from "../../policies/evaluate";
import { subjectOf } from "../../policies/subject";
import type { Registered } from "../engine/registered";
import { policyResults } from "./policy-results";
import type { PolicyResult } from "./preview";

/** What the policy pack's rules say of the resources. `date` is an ISO date. */
export function policiesOf(
  resources: readonly Registered[],
  settings: Settings,
  date: string,
): readonly PolicyResult[] {
  const { environment, budget, policies, usage } = settings;
  const config: PolicyConfig = {
    environment,
    ...policies,
    usage,
    ...(budget && { budget }),
    ...(settings.target !== "cluster" && { region: settings.region }),
  };
  return policyResults(evaluate(resources.map(subjectOf), config, date));
}

import { clusterTarget } from "./deploy/cluster-target";
import { dockerTarget } from "./deploy/docker-target";
import { eksTarget } from "./deploy/eks-target";
import { k3sTarget } from "./deploy/k3s-target";
import { liveCapabilities } from "./deploy/live-capabilities";
import { type StackOutputs, stackContext } from "./deploy/stack-context";
import { planStack, type StackPlan } from "./plan-stack";
import type { ConfigSecrets } from "./settings/read";
import type { Settings } from "./settings/settings";

/** Is told the plan of a stack before its first resource is registered. */
export type OnPlan = (planned: StackPlan) => void;

/**
 * The table of targets: where a stack runs, how its app is expressed there, and what it stands on. Everything that
 * can be refused is refused before the first resource; throws InvalidInput with every problem.
 */
export async function deploy(
  settings: Settings,
  secrets: ConfigSecrets,
  onPlan: OnPlan = () => {},
): Promise<StackOutputs> {
  const planned = planStack(settings, environment(), await liveCapabilities(settings, secrets));
  onPlan(planned);
  const context = stackContext(settings, planned.loaded.app.name, secrets);
  switch (settings.target) {
    case "docker":
      return dockerTarget(settings, as("docker", planned), context);
    case "k3s":
      return k3sTarget(settings, as("kubernetes", planned), context);
    case "eks":
      return eksTarget(settings, as("kubernetes", planned), context);
    case "cluster":
      return clusterTarget(settings, as("kubernetes", planned), context);
    default:
      return settings satisfies never;
  }
}

/** The variables of whoever runs Pulumi, which take part in interpolation as with docker compose. */
function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function as<K extends StackPlan["kind"]>(kind: K, planned: StackPlan): Extract<StackPlan, { kind: K }> {
  if (!is(kind, planned)) throw new Error(`the stack was planned for ${planned.kind}, not for ${kind}`);
  return planned;
}

function is<K extends StackPlan["kind"]>(
  kind: K,
  planned: StackPlan,
): planned is Extract<StackPlan, { kind: K }> {
  return planned.kind === kind;
}

import type { PlanFile, SecretReference } from "../../references";
import type { ComposeSection, DockerPlan, PlannedService, SecretPlacement } from "../docker-plan";
import type { ServiceContext } from "./context";
import { planDependencies } from "./dependencies";
import { planEnvironment } from "./environment";
import { planHardening } from "./hardening";
import { planHooks } from "./hooks";
import { keptKeys } from "./kept-keys";
import { planLimits } from "./limits";
import { planLogging } from "./logging";
import { type PlannedMount, planMounts } from "./mounts";
import { planPorts } from "./ports";
import { planRestart } from "./restart";
import { planServiceFiles } from "./service-files";
import { type PlannedNetworking, planNetworks } from "./service-networks";
import { followed, planStrategy } from "./strategy";
import { planUlimits } from "./ulimits";

/** One service of the rendered Compose file, and what it needs besides. */
export interface RenderedService {
  readonly context: ServiceContext;
  readonly networking: PlannedNetworking;
  /** Without `image`, which the whole plan puts in. */
  readonly compose: Readonly<Record<string, unknown>>;
  readonly planned: PlannedService;
  readonly files: readonly PlanFile[];
  readonly secrets: readonly SecretReference[];
  readonly placements: readonly SecretPlacement[];
  /** The top-level secrets that its `secrets` refer to. */
  readonly declaredSecrets: Readonly<Record<string, ComposeSection>>;
  readonly dataVolumes: readonly string[];
  readonly openPorts: DockerPlan["openPorts"];
}

/** Puts a service together from its concerns, one file each. */
export function renderService(context: ServiceContext, proxied: boolean): RenderedService {
  const environment = planEnvironment(context);
  const files = planServiceFiles(context);
  const mounts = planMounts(context);
  const { ports, open } = planPorts(context, proxied);
  const networking = planNetworks(context);
  const volumes = [...mounts.flatMap(({ volume }) => volume ?? []), ...files.volumes];
  const replicas = replicasOf(context, ports.length > 0);
  const dependencies = planDependencies(context);
  const ulimits = planUlimits(context.service);
  return {
    context,
    networking,
    compose: {
      ...keptKeys(context.service),
      ...(Object.keys(dependencies).length > 0 && { depends_on: dependencies }),
      ...(Object.keys(ulimits).length > 0 && { ulimits }),
      ...environment.compose,
      ...networking.compose,
      ...(ports.length > 0 && { ports }),
      ...(volumes.length > 0 && { volumes }),
      ...(files.mounted.length > 0 && { secrets: files.mounted }),
      ...(replicas > 1 && { scale: replicas }),
      restart: planRestart(context),
      ...planHooks(context),
      ...planHardening(context),
      ...planLimits(context),
      logging: planLogging(context.service),
    },
    planned: {
      name: context.name,
      strategy: planStrategy(context, whyExclusive(context, mounts, ports.length > 0, networking)),
      dependsOn: Object.keys(dependencies).sort(),
      replicas,
      follows: followed(context),
      pull: context.service.pull_policy === "always" ? "always" : "once",
    },
    files: [...mounts.flatMap(mount => mount.files ?? []), ...files.files],
    secrets: [...environment.secrets, ...files.secrets],
    placements: [...environment.placements, ...files.placements],
    declaredSecrets: files.declared,
    dataVolumes: mounts.flatMap(({ dataVolume }) => dataVolume ?? []),
    openPorts: open,
  };
}

function whyExclusive(
  { privileges }: ServiceContext,
  mounts: readonly PlannedMount[],
  ownsPort: boolean,
  networking: PlannedNetworking,
): string | undefined {
  const reasons: readonly (readonly [boolean, string])[] = [
    [mounts.some(mount => mount.exclusive === true), "two containers must not write one volume"],
    [ownsPort, "a host port has one owner"],
    [privileges.hostNetwork, "ports of the host's network have one owner"],
    [networking.fixedAddress, "an address has one owner"],
    [networking.sharedWith !== undefined, "it shares another service's network"],
    [privileges.devices.length > 0, "a device has one owner"],
  ];
  return reasons.find(([holds]) => holds)?.[1];
}

function replicasOf({ name, service, reporter }: ServiceContext, ownsPort: boolean): number {
  const asked = service.scale ?? service.deploy?.replicas ?? 1;
  const replicas = service.deploy?.mode?.startsWith("global") ? 1 : asked;
  if (replicas > 1 && ownsPort) {
    const wrong = `${replicas} containers cannot bind one host port`;
    const instead = "give the service an x-towpath.ingress, or one replica";
    reporter.refuse("services.*.ports", ["services", name, "ports"], wrong, instead);
  }
  return Math.max(1, replicas);
}

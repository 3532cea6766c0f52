import { addonIssues } from "./addons/addon-issues";
import type { Issue } from "./lib/issues";
import { registryIssues } from "./registry/registry-issues";
import type { DockerSettings } from "./settings/docker";
import type { Settings } from "./settings/settings";
import { REGISTRY_PASSWORD_KEY } from "./workloads/docker/own-registry/names";

/** What the settings ask for and the target cannot give; known without the app. */
export function stackIssues(settings: Settings): readonly Issue[] {
  switch (settings.target) {
    case "docker":
      return [...registryIssues(settings.registry, registryGround(settings)), ...sshIssues(settings)];
    case "k3s":
    case "eks":
      return [...registryIssues(settings.registry), ...addonIssues(settings)];
    case "cluster":
      return addonIssues(settings);
    default:
      return settings satisfies never;
  }
}

/** What the registry of an EC2 host stands on; a host over SSH runs none. */
function registryGround({ docker, domain, secretNames }: DockerSettings) {
  if (docker.host.kind !== "ec2") return undefined;
  return { domain, secretNames, passwordKey: REGISTRY_PASSWORD_KEY };
}

/** A machine outside AWS has no role, and so no way to log in to ECR that lasts. */
function sshIssues({ docker, registry }: DockerSettings): Issue[] {
  if (docker.host.kind !== "ssh" || registry.kind !== "ecr") return [];
  const wrong = "ecr, which a host over SSH has no role to pull from";
  const instead = "write kind self-hosted and the address of a registry that the host is logged in to";
  return [{ path: "towpath:registry.kind", wrong, instead }];
}

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { repositoryName } from "../registry/repository-name";
import type { Identity } from "../settings/identity";
import type { KubernetesSettings } from "../settings/settings";

/** How the names of all images that the stack builds begin; undefined where it can build none. */
export function builtFrom(
  settings: KubernetesSettings,
  identity: Identity,
): pulumi.Output<string> | undefined {
  const own = repositoryName(identity, "*").replace(/\*$/, "");
  if (settings.target === "cluster") return under(settings.cluster.registry, own);
  if (settings.registry.kind === "self-hosted") return under(settings.registry.address, own);
  const { accountId } = aws.getCallerIdentityOutput();
  return pulumi.interpolate`${accountId}.dkr.ecr.${settings.region}.amazonaws.com/${own}`;
}

function under(address: string | undefined, own: string): pulumi.Output<string> | undefined {
  if (address === undefined) return undefined;
  return pulumi.output(`${address.replace(/^https?:\/\//, "").replace(/\/+$/, "")}/${own}`);
}

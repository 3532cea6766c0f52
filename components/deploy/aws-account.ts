import type * as pulumi from "@pulumi/pulumi";
import { endpointServices } from "../platforms/network/endpoint-services";
import { type Nat, Network } from "../platforms/network/network";
import { StackKey } from "../platforms/network/stack-key";
import { EcrRegistry } from "../registry/ecr-registry";
import { givenRegistry } from "../registry/given-registry";
import type { Registry } from "../registry/registry";
import type { AwsSettings } from "../settings/settings";
import { REGISTRY_PASSWORD_KEY, REGISTRY_USER } from "../workloads/docker/own-registry/names";
import type { StackContext } from "./stack-context";

/** What a target asks of its part of the account. */
export interface AccountNeeds {
  /** Availability zones, 1 to 3. */
  readonly zones: number;
  /** NAT when the settings do not say. */
  readonly nat: Nat;
  readonly forKubernetes?: boolean;
  /** Customer-managed KMS key; absent: AWS-managed keys. */
  readonly keyArn?: pulumi.Output<string> | undefined;
}

/** What every AWS target stands on. */
export interface Account {
  readonly network: Network;
  readonly registry: Registry;
}

/** Makes the network and the registry of a stack. */
export function awsAccount(settings: AwsSettings, context: StackContext, needs: AccountNeeds): Account {
  const { identity } = context;
  const encryption = needs.keyArn === undefined ? {} : { keyArn: needs.keyArn };
  const { region, environment } = settings;
  const { cidr, nat = needs.nat, flowLogs = environment !== "dev" } = settings.network;
  const network = new Network("network", {
    identity,
    region,
    cidr,
    nat,
    zones: needs.zones,
    endpoints: endpointServices(settings.network, needs.zones),
    forKubernetes: needs.forKubernetes ?? false,
    ...(flowLogs ? { flowLogs: encryption } : {}),
  });
  return { network, registry: awsRegistry(settings, context, encryption) };
}

/** A stack's own KMS key, a dollar a month; `kept` where disks, snapshots or buckets of the stack outlive it. */
export function stackKey(
  { region }: AwsSettings,
  { identity }: StackContext,
  kept: boolean,
): pulumi.Output<string> {
  return new StackKey("key", { identity, region, kept }).arn;
}

/** ECR, the registry that the settings name, or the host's own. */
export function awsRegistry(
  { registry, region, environment, domain, deletionProtection }: AwsSettings,
  { identity, secrets }: StackContext,
  encryption: { readonly keyArn?: pulumi.Output<string> } = {},
): Registry {
  if (registry.kind === "self-hosted") {
    if (registry.address !== undefined) return givenRegistry({ identity, address: registry.address });
    const address = `registry.${domain}`;
    const password = secrets.get(REGISTRY_PASSWORD_KEY);
    return givenRegistry({ identity, address, credentials: { address, username: REGISTRY_USER, password } });
  }
  return new EcrRegistry("registry", { identity, region, environment, deletionProtection, ...encryption });
}

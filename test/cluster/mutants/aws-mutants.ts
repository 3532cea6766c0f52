import type { PolicyResource } from "../../../policies/subject";
import { put } from "../../policies/seed";
import { BUCKET_COMPANIONS, CHANGES, FAMILIES, VPC_COMPANIONS } from "./aws-changes";
import type { Mutant } from "./mutant";
import { terraform } from "./terraform";

/** A resource of a stack as it was registered. */
export interface Registered {
  readonly type: string;
  readonly name: string;
  /** The component that it belongs to. */
  readonly parent?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Every change to every resource of a stack that it fits, and every removal of what belongs to one. */
export function awsMutants(stack: string, registered: readonly Registered[]): readonly Mutant[] {
  const resources = registered.map(one => plainly(one, registered));
  const changed = resources.flatMap(resource =>
    (CHANGES[resource.type] ?? []).map(([what, path, value]) => ({
      label: `${resource.name}: ${what}`,
      resources: familyOf(resource, resources).map(one =>
        one === resource
          ? { ...one, props: put(one.props, path.split("."), value) as typeof one.props }
          : one,
      ),
    })),
  );
  const removed = resources
    .filter(({ type }) => FAMILIES.includes(type))
    .flatMap(head => {
      const family = familyOf(head, resources);
      return family
        .filter(one => one !== head)
        .map(one => ({
          label: `${head.name}: without ${one.name}`,
          resources: family.filter(other => other !== one),
        }));
    });
  return [...changed, ...removed].map(({ label, resources: family }, at) => {
    const judged = { text: terraform(family), resources: family };
    return { id: `${stack}-${at}`, label, alone: judged, whole: judged };
  });
}

/** What is judged together: a bucket or a network with all that belongs to it, anything else alone. */
function familyOf(resource: PolicyResource, all: readonly PolicyResource[]): readonly PolicyResource[] {
  const { type, options } = resource;
  if (BUCKET_COMPANIONS.includes(type) || type === "aws:s3/bucket:Bucket")
    return all.filter(one => one.options?.parent === options?.parent && one.type.startsWith("aws:s3/"));
  if (!VPC_COMPANIONS.includes(type) && type !== "aws:ec2/vpc:Vpc") return [resource];
  const vpc = all.find(one => one.type === "aws:ec2/vpc:Vpc");
  const companions = all.filter(one => VPC_COMPANIONS.includes(one.type));
  return vpc === undefined ? [resource] : [vpc, ...companions];
}

/** As registered, but a cluster as the component `eks.Cluster` makes it, and a machine with little to do at first. */
function plainly({ type, name, inputs, parent }: Registered, all: readonly Registered[]): PolicyResource {
  const options = parent === undefined ? {} : { options: { parent } };
  const about = { type, name, urn: name, dependencies: dependenciesOf(type, parent, all), ...options };
  if (type === "eks:index:Cluster")
    return { ...about, type: "aws:eks/cluster:Cluster", props: plainCluster(inputs) };
  return {
    ...about,
    props: inputs.userData === undefined ? inputs : { ...inputs, userData: FIRST_BOOT[type] },
  };
}

/** Long texts of ours give Checkov false alarms of credentials: see the explanations. */
const FIRST_BOOT: Readonly<Record<string, string>> = {
  "aws:ec2/instance:Instance": "#cloud-config\n",
  "aws:ec2/launchTemplate:LaunchTemplate": Buffer.from("#cloud-config\n").toString("base64"),
};

/** Previews know the names of what belongs together only after the update: the parent tells. */
function dependenciesOf(
  type: string,
  parent: string | undefined,
  all: readonly Registered[],
): readonly string[] {
  if (VPC_COMPANIONS.includes(type))
    return all.filter(one => one.type === "aws:ec2/vpc:Vpc").map(({ name }) => name);
  if (!type.startsWith("aws:s3/") || parent === undefined) return [];
  return all
    .filter(one => one.type === "aws:s3/bucket:Bucket" && one.parent === parent)
    .map(({ name }) => name);
}

function plainCluster(inputs: Registered["inputs"]): PolicyResource["props"] {
  const { endpointPublicAccess, endpointPrivateAccess, publicAccessCidrs, subnetIds, ...rest } = inputs;
  return {
    name: rest.name,
    version: rest.version,
    deletionProtection: rest.deletionProtection,
    enabledClusterLogTypes: rest.enabledClusterLogTypes,
    accessConfig: { authenticationMode: rest.authenticationMode },
    upgradePolicy: rest.upgradePolicy,
    encryptionConfig: { provider: { keyArn: rest.encryptionConfigKeyArn }, resources: ["secrets"] },
    vpcConfig: { endpointPublicAccess, endpointPrivateAccess, publicAccessCidrs, subnetIds },
  };
}

import { filled } from "./filled";
import type { ExportedState, StateResource } from "./state";

/**
 * What waits until a thing is made that AWS takes minutes for, as a command; `{id}` is its own, other keys are inputs.
 * Read before, it lacks what the program goes on with: an address, an endpoint. Source: `aws ec2 wait`, `aws eks wait`.
 */
const WAITS: Readonly<Record<string, string>> = {
  "aws:ec2/instance:Instance": "ec2 wait instance-running --instance-ids {id}",
  "aws:ec2/natGateway:NatGateway": "ec2 wait nat-gateway-available --nat-gateway-ids {id}",
  "aws:eks/addon:Addon": "eks wait addon-active --cluster-name {clusterName} --addon-name {addonName}",
  "aws:eks/cluster:Cluster": "eks wait cluster-active --name {id}",
  "aws:eks/fargateProfile:FargateProfile":
    "eks wait fargate-profile-active --cluster-name {clusterName} --fargate-profile-name {fargateProfileName}",
  "aws:eks/nodeGroup:NodeGroup":
    "eks wait nodegroup-active --cluster-name {clusterName} --nodegroup-name {nodeGroupName}",
};

/** The command that waits until a resource is whole; it fails for one that is not there or never will be. */
export function waitFor(
  { type, inputs }: StateResource,
  id: string,
  state: ExportedState,
): string | undefined {
  const wait = WAITS[type];
  const words = wait === undefined ? undefined : filled(wait, { ...inputs, id });
  return words === undefined ? undefined : `aws ${words}${regionOption(state)}`;
}

/** The region of the stack's AWS provider, which need not be that of the AWS CLI. */
function regionOption({ deployment }: ExportedState): string {
  const provider = deployment.resources.find(({ type }) => type === "pulumi:providers:aws");
  const region = provider?.inputs.region;
  return typeof region === "string" ? ` --region ${region}` : "";
}

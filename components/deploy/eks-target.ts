import { EksPlatform } from "../platforms/eks/eks-platform";
import type { EksSettings } from "../settings/eks";
import { eksNat } from "../settings/nat";
import { awsAccount, stackKey } from "./aws-account";
import { kubernetesWorkload, type PlannedKubernetes } from "./kubernetes-workload";
import type { StackContext, StackOutputs } from "./stack-context";

/** An EKS cluster in two zones; nodes in private subnets behind one NAT gateway, except in dev. */
export function eksTarget(
  settings: EksSettings,
  planned: PlannedKubernetes,
  context: StackContext,
): StackOutputs {
  return kubernetesWorkload(settings, planned, context, () => {
    // The key is there in dev too: a cluster's Secrets are encrypted with it.
    const keyArn = stackKey(settings, context, settings.environment === "prod");
    const { network, registry } = awsAccount(settings, context, {
      zones: 2,
      nat: eksNat(settings),
      forKubernetes: true,
      keyArn,
    });
    return new EksPlatform("eks", { settings, identity: context.identity, network, keyArn, registry });
  });
}

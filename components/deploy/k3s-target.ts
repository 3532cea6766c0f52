import { K3sPlatform } from "../platforms/k3s/k3s-platform";
import type { K3sSettings } from "../settings/k3s";
import { awsAccount, stackKey } from "./aws-account";
import { kubernetesWorkload, type PlannedKubernetes } from "./kubernetes-workload";
import { openPorts } from "./open-ports";
import type { StackContext, StackOutputs } from "./stack-context";

/** K3s on EC2, nodes in public subnets with nothing let in but the app; as many zones as servers. */
export function k3sTarget(
  settings: K3sSettings,
  planned: PlannedKubernetes,
  context: StackContext,
): StackOutputs {
  return kubernetesWorkload(settings, planned, context, () => {
    const keyArn =
      settings.environment === "dev"
        ? undefined
        : stackKey(settings, context, settings.environment === "prod");
    const { sshPrivateKey } = context.secrets;
    const needs = { zones: settings.k3s.servers, nat: "none", keyArn } as const;
    const { network, registry } = awsAccount(settings, context, needs);
    return new K3sPlatform("k3s", {
      settings,
      identity: context.identity,
      network,
      registry,
      openPorts: openPorts(planned.loaded.app),
      ...(sshPrivateKey === undefined ? {} : { sshPrivateKey }),
    });
  });
}

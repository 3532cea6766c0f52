import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { type Addon, type AddonNamespace, namespaceOf } from "./addon";
import type { AddonContext } from "./addon-context";
import { addonNetworkPolicy } from "./addon-network-policy";

export interface HelmAddonArgs {
  readonly addon: Addon;
  readonly context: AddonContext;
  readonly provider: k8s.Provider;
}

/** An add-on in a cluster: its namespace and its Helm release. A release that fails is rolled back. */
export class HelmAddon extends pulumi.ComponentResource {
  readonly release: k8s.helm.v3.Release;

  constructor(name: string, args: HelmAddonArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:addons:HelmAddon", name, {}, opts);
    const { addon, context, provider } = args;
    const { namespace } = addon;
    const own = namespace === "kube-system" ? [] : this.namespace(name, args, namespace);
    this.release = new k8s.helm.v3.Release(
      `${name}-release`,
      {
        name: addon.release,
        chart: addon.chart.name,
        version: addon.chart.version,
        repositoryOpts: { repo: addon.chart.repository },
        namespace: namespaceOf(addon),
        createNamespace: false,
        atomic: true,
        cleanupOnFail: true,
        timeout: addon.timeoutSeconds,
        maxHistory: 3,
        values: addon.values(context),
      },
      { parent: this, provider, dependsOn: own },
    );
    this.registerOutputs({ release: this.release.name });
  }

  private namespace(
    name: string,
    { context, provider }: HelmAddonArgs,
    own: AddonNamespace,
  ): pulumi.Resource[] {
    const namespace = new k8s.core.v1.Namespace(
      `${name}-namespace`,
      {
        metadata: {
          name: own.name,
          labels: {
            "app.kubernetes.io/managed-by": "towpath",
            "pod-security.kubernetes.io/enforce": own.podSecurity,
          },
        },
      },
      { parent: this, provider },
    );
    // The network plugin of a cluster that is not ours may read "everywhere" otherwise than ours do.
    if (context.platform === "cluster") return [namespace];
    const policy = new k8s.networking.v1.NetworkPolicy(
      `${name}-network-policy`,
      { metadata: { name: "every-pod", namespace: own.name }, spec: addonNetworkPolicy(own) },
      { parent: this, provider, dependsOn: [namespace] },
    );
    return [namespace, policy];
  }
}

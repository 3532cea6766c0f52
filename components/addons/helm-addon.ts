import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import {
  type Addon,
  type AddonNamespace,
  type AddonSecret,
  type Chart,
  namespaceOf,
  type Values,
} from "./addon";
import type { AddonContext } from "./addon-context";
import { addonNetworkPolicy } from "./addon-network-policy";
import { fillPlaces, type Places } from "./fill-places";

export interface HelmAddonArgs {
  readonly addon: Addon;
  readonly context: AddonContext;
  readonly provider: k8s.Provider;
  /** What stands in values as a place until it is made. */
  readonly places: Places;
  /** Value of a name under `towpath:secrets`. */
  readonly secret: (name: string) => pulumi.Output<string>;
}

/** An add-on in a cluster: its namespace, its Secret and its Helm release. A release that fails is rolled back. */
export class HelmAddon extends pulumi.ComponentResource {
  readonly release: k8s.helm.v3.Release;

  constructor(name: string, args: HelmAddonArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:addons:HelmAddon", name, {}, opts);
    const { addon, context, provider, places } = args;
    const { namespace } = addon;
    const own = namespace === "kube-system" ? [] : this.namespace(name, args, namespace);
    const secret = addon.secret?.(context.addons);
    const secrets = secret === undefined ? [] : [this.secret(name, args, secret, own)];
    this.release = new k8s.helm.v3.Release(
      `${name}-release`,
      {
        name: addon.release,
        ...chartOf(addon.chart),
        namespace: namespaceOf(addon),
        createNamespace: false,
        atomic: true,
        cleanupOnFail: true,
        timeout: addon.timeoutSeconds,
        maxHistory: 3,
        values: fillPlaces(addon.values(context), places) as Values,
      },
      { parent: this, provider, dependsOn: [...own, ...secrets] },
    );
    this.registerOutputs({ release: this.release.name });
  }

  private namespace(
    name: string,
    { addon, context, provider }: HelmAddonArgs,
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
    const usesInstanceRole = context.platform === "k3s" && addon.access?.(context) !== undefined;
    const policy = new k8s.networking.v1.NetworkPolicy(
      `${name}-network-policy`,
      {
        metadata: { name: "every-pod", namespace: own.name },
        spec: addonNetworkPolicy(own, usesInstanceRole),
      },
      { parent: this, provider, dependsOn: [namespace] },
    );
    return [namespace, policy];
  }

  private secret(
    name: string,
    { addon, provider, secret }: HelmAddonArgs,
    { name: called, key, from, labels, beside }: AddonSecret,
    dependsOn: pulumi.Resource[],
  ): k8s.core.v1.Secret {
    return new k8s.core.v1.Secret(
      `${name}-secret`,
      {
        metadata: {
          name: called,
          namespace: namespaceOf(addon),
          labels: { "app.kubernetes.io/managed-by": "towpath", ...labels },
        },
        stringData: { ...beside, [key]: pulumi.secret(secret(from)) },
      },
      { parent: this, provider, dependsOn },
    );
  }
}

/** A chart of a registry is named by its whole address. */
function chartOf({ name, repository, version }: Chart) {
  if (repository.startsWith("oci://")) return { chart: repository, version };
  return { chart: name, version, repositoryOpts: { repo: repository } };
}

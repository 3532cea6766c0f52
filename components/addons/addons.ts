import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { Identity } from "../settings/identity";
import type { KubernetesSettings } from "../settings/settings";
import type { AddonKey } from "./addon";
import { selectAddons } from "./catalog";
import { ClusterIssuer } from "./cluster-issuer";
import { HelmAddon } from "./helm-addon";
import { stackContext } from "./stack-context";

export interface AddonsArgs {
  readonly settings: KubernetesSettings;
  readonly identity: Identity;
  readonly platform: AddonsPlatform;
}

/** What the add-ons need of the cluster; every platform that makes one has it. */
export interface AddonsPlatform {
  readonly provider: k8s.Provider;
  readonly storageClass?: string;
  readonly gatewayClass: string;
  /** Absent: the proxy's load balancer tells. */
  readonly address?: pulumi.Output<string>;
  readonly cluster: { readonly region?: string };
  readonly ready: readonly pulumi.Resource[];
}

/** The add-ons of a cluster, one after another where one builds on the other. */
export class Addons extends pulumi.ComponentResource {
  /** What must stand before the app is deployed: routes and certificates need their definitions and controllers. */
  readonly ready: readonly pulumi.Resource[];
  /** Where the proxy is reached, when the platform does not know it: the name of its load balancer. */
  readonly address?: pulumi.Output<string>;

  constructor(name: string, args: AddonsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:addons:Addons", name, {}, opts);
    const { settings, platform } = args;
    const { provider } = platform;
    const context = stackContext(args);
    const made = new Map<AddonKey, HelmAddon>();
    for (const addon of selectAddons(settings)) {
      const before = addon.after.flatMap(key => made.get(key) ?? []);
      const dependsOn = [...platform.ready, ...before];
      made.set(
        addon.key,
        new HelmAddon(`${name}-${addon.release}`, { addon, context, provider }, { parent: this, dependsOn }),
      );
    }
    const issuer = this.issuer(name, args, made.get("certManager"));
    this.ready = [...made.values(), ...issuer];
    const proxy = made.get("traefik");
    if (proxy !== undefined && platform.address === undefined)
      this.address = this.loadBalancer(name, proxy.release, provider);
    this.registerOutputs({});
  }

  private issuer(name: string, { settings, platform }: AddonsArgs, certManager: HelmAddon | undefined) {
    const email = settings.acmeEmail;
    if (certManager === undefined || settings.domain === undefined || email === undefined) return [];
    const { provider } = platform;
    const opts = { parent: this, dependsOn: [certManager] };
    return [new ClusterIssuer(`${name}-issuer`, { email, provider }, opts)];
  }

  /** The Service is read by what its release says, so that a first preview does not look for it yet. */
  private loadBalancer(name: string, release: k8s.helm.v3.Release, provider: k8s.Provider) {
    const id = pulumi.interpolate`${release.status.namespace}/${release.status.name}`;
    const service = k8s.core.v1.Service.get(`${name}-proxy-service`, id, { parent: this, provider });
    return service.status.apply(status => {
      const entry = status?.loadBalancer?.ingress?.[0];
      return entry?.hostname ?? entry?.ip ?? "";
    });
  }
}

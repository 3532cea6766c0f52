import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { Identity } from "../settings/identity";
import type { KubernetesSettings } from "../settings/settings";
import type { AddonKey } from "./addon";
import { AddonAccess } from "./addon-access";
import type { AddonContext } from "./addon-context";
import type { AppFacts } from "./app-facts";
import { ClusterIssuer } from "./cluster-issuer";
import { Dashboards } from "./dashboards";
import { Drain } from "./drain/drain";
import { DRAINED, type Drained } from "./drain/drained";
import { HelmAddon } from "./helm-addon";
import { ImagePolicy } from "./image-policy";
import { SecretStores } from "./secret-stores";
import { selectAddons } from "./select-addons";
import { stackContext } from "./stack-context";
import { type AddonStep, type DrainStep, teardownOrder } from "./teardown-order";

export interface AddonsArgs {
  readonly settings: KubernetesSettings;
  readonly identity: Identity;
  readonly platform: AddonsPlatform;
  readonly app: AppFacts;
  /** How the names of images begin that the stack builds; absent where it builds none. */
  readonly builtFrom?: pulumi.Output<string> | undefined;
  /** Value of a name under `towpath:secrets`. */
  readonly secret: (name: string) => pulumi.Output<string>;
}

/** What the add-ons need of the cluster; every platform that makes one has it. */
export interface AddonsPlatform {
  readonly provider: k8s.Provider;
  readonly storageClass?: string;
  readonly gatewayClass: string;
  /** Absent: the proxy's load balancer tells. */
  readonly address?: pulumi.Output<string>;
  readonly cluster: {
    readonly name: pulumi.Output<string>;
    readonly region?: string;
    readonly vpcId?: pulumi.Output<string>;
    /** Role of the nodes that controllers run on, where there is no Pod Identity. */
    readonly controllerRole?: pulumi.Output<string>;
  };
  /** Of a cluster that a destroy takes away, and drains before; absent: the cluster stays. */
  readonly kubeconfig?: pulumi.Output<string>;
  readonly ready: readonly pulumi.Resource[];
}

/** The add-ons of a cluster, one after another where one builds on the other. */
export class Addons extends pulumi.ComponentResource {
  /** What must stand before the app is deployed: routes and certificates need their definitions and controllers. */
  readonly ready: readonly pulumi.Resource[];
  /** Where the proxy is reached, when the platform does not know it: the name of its load balancer. */
  readonly address?: pulumi.Output<string>;
  readonly #made = new Map<AddonKey, HelmAddon>();
  readonly #drains = new Map<Drained, Drain>();

  constructor(
    name: string,
    private readonly args: AddonsArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("towpath:addons:Addons", name, {}, opts);
    const { settings, platform } = args;
    const { provider } = platform;
    const context = stackContext(args);
    for (const step of teardownOrder(
      selectAddons(settings),
      platform.kubeconfig === undefined ? [] : DRAINED,
    )) {
      if (step.kind === "drain") this.drain(name, step);
      else this.#made.set(step.addon.key, this.addon(name, step, context));
    }
    this.ready = [...this.#made.values(), ...this.#drains.values(), ...this.objects(name, context)];
    const proxy = this.#made.get("traefik");
    if (proxy !== undefined && platform.address === undefined)
      this.address = this.loadBalancer(name, proxy.release, provider);
    this.registerOutputs({});
  }

  /** Undoes on a destroy what controllers made, before they go. */
  private drain(name: string, { what, after }: DrainStep): void {
    const { platform, app } = this.args;
    const { kubeconfig, ready } = platform;
    if (kubeconfig === undefined) return;
    const dependsOn = [...ready, ...after.flatMap(key => this.#made.get(key) ?? [])];
    const own = { what, namespace: app.namespace, kubeconfig };
    this.#drains.set(what, new Drain(`${name}-drain-${what}`, own, { parent: this, dependsOn }));
  }

  private addon(name: string, { addon, after, drains }: AddonStep, context: AddonContext): HelmAddon {
    const { platform, identity, secret } = this.args;
    const { provider, cluster } = platform;
    const own = `${name}-${addon.release}`;
    const access = addon.access?.(context);
    const made =
      access === undefined
        ? undefined
        : new AddonAccess(
            `${own}-access`,
            {
              ...{ addon, access, context, identity },
              clusterName: cluster.name,
              controllerRole: cluster.controllerRole,
            },
            { parent: this },
          );
    const before = [
      ...after.flatMap(key => this.#made.get(key) ?? []),
      ...drains.flatMap(what => this.#drains.get(what) ?? []),
    ];
    const dependsOn = [...platform.ready, ...before, ...(made?.ready ?? [])];
    const places = {
      ...(made?.bucketName === undefined ? {} : { bucket: made.bucketName }),
      ...(cluster.vpcId === undefined ? {} : { vpcId: cluster.vpcId }),
    };
    return new HelmAddon(own, { addon, context, provider, places, secret }, { parent: this, dependsOn });
  }

  /** What is made of the add-ons' own kinds, once their definitions stand. */
  private objects(name: string, context: AddonContext): pulumi.Resource[] {
    const { settings, platform, app, builtFrom } = this.args;
    const { provider } = platform;
    const after = (...keys: AddonKey[]) => ({
      parent: this,
      dependsOn: [...platform.ready, ...keys.flatMap(key => this.#made.get(key) ?? [])],
    });
    const made: pulumi.Resource[] = [];
    const email = settings.acmeEmail;
    if (this.#made.has("certManager") && settings.domain !== undefined && email !== undefined)
      made.push(new ClusterIssuer(`${name}-issuer`, { email, provider }, after("certManager")));
    if (this.#made.has("externalSecrets") && context.region !== undefined)
      made.push(
        new SecretStores(`${name}-stores`, { region: context.region, provider }, after("externalSecrets")),
      );
    if (this.#made.has("monitoring"))
      made.push(new Dashboards(`${name}-dashboards`, { app, provider }, after("monitoring")));
    const { imagePolicy } = settings.addons;
    if (typeof imagePolicy === "object")
      made.push(
        new ImagePolicy(`${name}-images`, { imagePolicy, app, builtFrom, provider }, after("kyverno")),
      );
    return made;
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

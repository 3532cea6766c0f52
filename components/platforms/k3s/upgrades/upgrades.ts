import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { addonNetworkPolicy } from "../../../addons/addon-network-policy";
import { CONTROLLER_DEPLOYMENT } from "./controller-deployment";
import { PLAN_DEFINITION } from "./plan-definition";
import { CONTROLLER, JOBS, NAMESPACE } from "./upgrade-names";
import { type UpgradePlansInput, upgradePlans } from "./upgrade-plans";
import {
  CONTROLLER_CLUSTER_RULES,
  CONTROLLER_RULES,
  JOBS_CLUSTER_RULES,
  JOBS_RULES,
  type Rule,
} from "./upgrade-rights";

export interface UpgradesArgs extends UpgradePlansInput {
  readonly provider: k8s.Provider;
}

/** Rancher's upgrade controller and its Plans: nodes are brought to a version where they stand, servers first. */
export class Upgrades extends pulumi.ComponentResource {
  private readonly opts: pulumi.CustomResourceOptions;

  constructor(name: string, args: UpgradesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:Upgrades", name, {}, opts);
    this.opts = { parent: this, provider: args.provider };
    const namespace = this.namespace(name);
    const definition = new k8s.apiextensions.v1.CustomResourceDefinition(
      `${name}-definition`,
      PLAN_DEFINITION,
      // The controller puts its release's schema in.
      { ...this.opts, ignoreChanges: ["spec"] },
    );
    const inside = { ...this.opts, dependsOn: [namespace, definition] };
    const rights = [
      ...this.rights(`${name}-controller`, CONTROLLER, CONTROLLER_CLUSTER_RULES, CONTROLLER_RULES, inside),
      ...this.rights(`${name}-jobs`, JOBS, JOBS_CLUSTER_RULES, JOBS_RULES, inside),
    ];
    const controller = new k8s.apps.v1.Deployment(`${name}-controller`, CONTROLLER_DEPLOYMENT, {
      ...inside,
      dependsOn: rights,
    });
    const plans = upgradePlans(args);
    const planned = { ...inside, dependsOn: [controller] };
    for (const [key, plan] of Object.entries(plans))
      new k8s.apiextensions.CustomResource(`${name}-${key}`, plan, planned);
    this.registerOutputs({});
  }

  /** Its Jobs hold the node's root: nothing but them belongs in this namespace. */
  private namespace(name: string): k8s.core.v1.Namespace {
    const namespace = new k8s.core.v1.Namespace(
      `${name}-namespace`,
      {
        metadata: {
          name: NAMESPACE,
          labels: {
            "app.kubernetes.io/managed-by": "towpath",
            "pod-security.kubernetes.io/enforce": "privileged",
          },
        },
      },
      this.opts,
    );
    const spec = addonNetworkPolicy({ name: NAMESPACE, podSecurity: "restricted", openPorts: [] });
    new k8s.networking.v1.NetworkPolicy(
      `${name}-network-policy`,
      { metadata: { name: "every-pod", namespace: NAMESPACE }, spec },
      { ...this.opts, dependsOn: [namespace] },
    );
    return namespace;
  }

  /** A service account with what it may do in the cluster and in the namespace. */
  private rights(
    key: string,
    account: string,
    cluster: Rule[],
    own: Rule[],
    opts: pulumi.CustomResourceOptions,
  ): pulumi.Resource[] {
    const wide = { name: account };
    const metadata = { name: account, namespace: NAMESPACE };
    const subjects = [{ kind: "ServiceAccount", name: account, namespace: NAMESPACE }];
    const ref = (kind: string) => ({ apiGroup: "rbac.authorization.k8s.io", kind, name: account });
    const { rbac } = k8s;
    return [
      new k8s.core.v1.ServiceAccount(
        `${key}-account`,
        { metadata, automountServiceAccountToken: account === JOBS },
        opts,
      ),
      new rbac.v1.ClusterRole(`${key}-cluster-role`, { metadata: wide, rules: cluster }, opts),
      new rbac.v1.ClusterRoleBinding(
        `${key}-cluster-binding`,
        { metadata: wide, roleRef: ref("ClusterRole"), subjects },
        opts,
      ),
      new rbac.v1.Role(`${key}-role`, { metadata, rules: own }, opts),
      new rbac.v1.RoleBinding(`${key}-binding`, { metadata, roleRef: ref("Role"), subjects }, opts),
    ];
  }
}

import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { appDashboard } from "./app-dashboard";
import type { AppFacts } from "./app-facts";
import { MONITORING_NAMESPACE } from "./kube-prometheus-stack";

export interface DashboardsArgs {
  readonly app: AppFacts;
  readonly provider: k8s.Provider;
}

/** The app's dashboard, where Grafana's sidecar finds it by its label. */
export class Dashboards extends pulumi.ComponentResource {
  constructor(name: string, { app, provider }: DashboardsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:addons:Dashboards", name, {}, opts);
    new k8s.core.v1.ConfigMap(
      `${name}-app`,
      {
        metadata: {
          name: `dashboard-${app.namespace}`,
          namespace: MONITORING_NAMESPACE,
          labels: { grafana_dashboard: "1", "app.kubernetes.io/managed-by": "towpath" },
        },
        data: { [`${app.namespace}.json`]: JSON.stringify(appDashboard(app)) },
      },
      { parent: this, provider },
    );
    this.registerOutputs({});
  }
}

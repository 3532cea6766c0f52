import { stringify } from "yaml";
import { dashboard } from "./dashboard";
import type { MonitoringRequest } from "./monitoring-request";

/** Where Grafana finds the password of `admin`. */
export const ADMIN_SECRET = "/run/secrets/admin-password";

/** Provisioning and dashboards, by path below `/etc/grafana`. */
export function grafanaFiles(): Readonly<
  Record<"provisioning" | "dashboards", Readonly<Record<string, string>>>
> {
  const datasource = {
    name: "Prometheus",
    uid: "prometheus",
    type: "prometheus",
    url: "http://towpath-prometheus:9090",
    isDefault: true,
    editable: false,
  };
  const provider = { name: "towpath", type: "file", options: { path: "/etc/grafana/dashboards" } };
  return {
    provisioning: {
      "datasources/prometheus.yaml": stringify({ apiVersion: 1, datasources: [datasource] }),
      "dashboards/towpath.yaml": stringify({ apiVersion: 1, providers: [provider] }),
    },
    dashboards: { "host.json": `${JSON.stringify(dashboard(), undefined, 2)}\n` },
  };
}

/** On the loopback whoever is on the host reads and nobody writes; under a name of its own there is a login. */
export function grafanaEnvironment({ grafana }: MonitoringRequest): Readonly<Record<string, string>> {
  const common = {
    GF_ANALYTICS_REPORTING_ENABLED: "false",
    GF_ANALYTICS_CHECK_FOR_UPDATES: "false",
    GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: "false",
    GF_PLUGINS_PREINSTALL_DISABLED: "true",
    GF_USERS_ALLOW_SIGN_UP: "false",
  };
  if (grafana === undefined) {
    return {
      ...common,
      GF_AUTH_ANONYMOUS_ENABLED: "true",
      GF_AUTH_BASIC_ENABLED: "false",
      GF_AUTH_DISABLE_LOGIN_FORM: "true",
      GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION: "true",
    };
  }
  return {
    ...common,
    GF_SECURITY_ADMIN_PASSWORD__FILE: ADMIN_SECRET,
    GF_SECURITY_COOKIE_SECURE: "true",
    GF_SERVER_ROOT_URL: `https://${grafana.host}/`,
  };
}

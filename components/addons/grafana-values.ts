import type { Values } from "./addon";
import type { AddonContext } from "./addon-context";
import { LOGS_URL } from "./logs";
import { resources } from "./resources";

/**
 * Grafana without any account: whoever may open a port-forward to it reads, nobody logs in, nobody writes. So there
 * is no password to make up, keep or leak, and the chart has nothing random to render. Dashboards are files.
 */
export function grafanaValues({ on }: AddonContext): Values {
  return {
    env: { GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION: "true" },
    "grafana.ini": {
      auth: { disable_login_form: true },
      "auth.anonymous": { enabled: true, org_role: "Viewer" },
      "auth.basic": { enabled: false },
      users: { allow_sign_up: false },
      analytics: { reporting_enabled: false, check_for_updates: false },
    },
    additionalDataSources: on.has("loki") ? [LOGS_SOURCE] : [],
    testFramework: { enabled: false },
    resources: resources({ cpu: [25, 500], memory: [128, 256] }),
    sidecar: {
      // A reload needs an account; files are read again by themselves, data sources before the start.
      dashboards: { skipReload: true },
      datasources: { skipReload: true, initDatasources: true },
      resources: resources({ cpu: [10, 100], memory: [64, 128] }),
    },
  };
}

const LOGS_SOURCE = { name: "Loki", type: "loki", uid: "loki", access: "proxy", url: LOGS_URL };

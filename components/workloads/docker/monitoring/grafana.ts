import { ADMIN_SECRET, grafanaEnvironment, grafanaFiles } from "./grafana-files";
import { bound, folder, kept, LOOPBACK_PORTS, type Planned } from "./monitoring-part";
import type { MonitoringRequest } from "./monitoring-request";

/** The user of Grafana's image. */
const GRAFANA_USER = "472";

/** Shows the metrics. */
export function grafana(request: MonitoringRequest): Planned {
  const { provisioning, dashboards } = grafanaFiles();
  const set = folder("provisioning", provisioning);
  const shown = folder("dashboards", dashboards);
  const secret = request.grafana && {
    name: "towpath-grafana.admin-password",
    key: request.grafana.secret,
    target: ADMIN_SECRET,
    uid: GRAFANA_USER,
  };
  return {
    files: [...set.files, ...shown.files],
    ...(secret && { secret }),
    part: {
      name: "towpath-grafana",
      user: `${GRAFANA_USER}:${GRAFANA_USER}`,
      environment: grafanaEnvironment(request),
      volumes: [
        bound(set.source, "/etc/grafana/provisioning"),
        bound(shown.source, "/etc/grafana/dashboards"),
        kept("towpath-grafana", "/var/lib/grafana"),
      ],
      ...(secret && { secrets: [{ source: secret.name, target: secret.target }] }),
      port: 3000,
      loopback: LOOPBACK_PORTS.grafana,
      health: "/api/health",
      memoryMb: 256,
    },
  };
}

import { stringify } from "yaml";
import { alertmanagerConfig, RECEIVER_SECRET } from "./alertmanager-config";
import { bound, folder, kept, LOOPBACK_PORTS, NOBODY, type Planned } from "./monitoring-part";
import type { MonitoringRequest } from "./monitoring-request";

/** Tells the receiver what Prometheus finds. */
export function alertmanager({ receiver }: MonitoringRequest): Planned {
  const config = folder("alertmanager", { "alertmanager.yaml": stringify(alertmanagerConfig(receiver)) });
  const secret = receiver && {
    name: "towpath-alertmanager.receiver",
    key: receiver.secret,
    target: RECEIVER_SECRET,
    uid: NOBODY,
  };
  return {
    files: config.files,
    ...(secret && { secret }),
    part: {
      name: "towpath-alertmanager",
      user: `${NOBODY}:${NOBODY}`,
      command: [
        "--config.file=/etc/alertmanager/alertmanager.yaml",
        "--storage.path=/alertmanager",
        "--cluster.listen-address=",
      ],
      volumes: [bound(config.source, "/etc/alertmanager"), kept("towpath-alertmanager", "/alertmanager")],
      ...(secret && { secrets: [{ source: secret.name, target: secret.target }] }),
      port: 9093,
      loopback: LOOPBACK_PORTS.alertmanager,
      health: "/-/healthy",
      memoryMb: 64,
    },
  };
}

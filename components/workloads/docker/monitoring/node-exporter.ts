import { STATE_DIRECTORY } from "../host-paths";
import { bound, NOBODY, type Planned } from "./monitoring-part";

/** Serves the kernel's figures and the host's own metrics file. */
export function nodeExporter(): Planned {
  const collectors = ["cpu", "meminfo", "loadavg", "diskstats", "vmstat", "stat", "textfile"];
  return {
    files: [],
    part: {
      name: "towpath-node-exporter",
      user: `${NOBODY}:${NOBODY}`,
      command: [
        // What /proc tells in a container is the host's; what is not is left to the host's own metrics.
        "--collector.disable-defaults",
        ...collectors.map(name => `--collector.${name}`),
        "--collector.textfile.directory=/metrics",
      ],
      volumes: [bound(`${STATE_DIRECTORY}/metrics`, "/metrics")],
      port: 9100,
      health: "/",
      memoryMb: 32,
    },
  };
}

import type { PlanFile } from "../../references";
import { releaseFiles } from "../plan/release-files";
import type { MonitoringService } from "./images";
import type { MonitoringPart } from "./monitoring-service";

/** A service with its configuration and its secret, before they are put together with the others. */
export interface Planned {
  readonly part: MonitoringPart;
  readonly files: readonly PlanFile[];
  readonly secret?: PlannedSecret;
}

export interface PlannedSecret {
  readonly name: string;
  readonly key: string;
  readonly target: string;
  readonly uid: string;
}

/** Ports of the host's loopback: reached through a tunnel, never from outside. */
export const LOOPBACK_PORTS = { grafana: 13_000, prometheus: 19_090, alertmanager: 19_093 } as const;

/** The user `nobody`, as these images have it. */
export const NOBODY = "65534";

/** Files of the release as one folder that a container mounts. */
export function folder(name: string, texts: Readonly<Record<string, string>>) {
  const content = Object.entries(texts).map(([path, text]) => ({
    path,
    content: text,
    binary: false,
    mode: 0o444,
    size: Buffer.byteLength(text),
  }));
  return releaseFiles(name, false, content);
}

/** A folder of the host, read only. */
export function bound(source: string, target: string): unknown {
  return { type: "bind", source, target, read_only: true, bind: { create_host_path: false } };
}

/** A Docker volume. */
export function kept(source: MonitoringService, target: string): unknown {
  return { type: "volume", source, target };
}

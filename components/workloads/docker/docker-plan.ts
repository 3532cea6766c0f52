import type { ImageReference, PlanFile, Route, SecretReference } from "../references";
import type { ReportEntry } from "../verdict";

/** Everything that a Docker host needs to run the app, as plain data. */
export interface DockerPlan {
  readonly project: string;
  /** The Compose file for the host, ready to be written as YAML. Built images stand as `${TOWPATH_IMAGE_<SERVICE>}`. */
  readonly compose: Readonly<Record<string, unknown>>;
  readonly services: readonly PlannedService[];
  readonly routes: readonly Route[];
  /** One block-storage volume each, mounted at `/srv/towpath/volumes/<key>`. */
  readonly volumes: readonly DataVolume[];
  /** Contents of configs and relative bind mounts. */
  readonly files: readonly PlanFile[];
  readonly secrets: readonly SecretReference[];
  readonly images: readonly ImageReference[];
  /** Ports of the host that the world may reach, beside the proxy's 80 and 443. */
  readonly openPorts: readonly {
    readonly port: number;
    readonly protocol: "tcp" | "udp";
    readonly service: string;
  }[];
  readonly report: readonly ReportEntry[];
}

/** One service in rollout order: whatever it depends on comes earlier. */
export interface PlannedService {
  readonly name: string;
  /** `start-first` for stateless services behind the proxy, `stop-first` for owners of a volume or host port, `gate` for one-shot services. */
  readonly strategy: "start-first" | "stop-first" | "gate";
  readonly dependsOn: readonly string[];
}

export interface DataVolume {
  /** The volume's key in the Compose file. */
  readonly key: string;
  readonly sizeGb: number;
  readonly snapshot: boolean;
}

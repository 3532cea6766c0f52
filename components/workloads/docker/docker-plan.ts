import type { ImageReference, PlanFile, Route, SecretReference } from "../references";
import type { ReportEntry } from "../verdict";

/** Everything that a Docker host needs to run the app, as plain data. */
export interface DockerPlan {
  readonly project: string;
  /** The Compose file for the host, ready to be written as YAML. Built images stand as `${TOWPATH_IMAGE_<SERVICE>}`. */
  readonly compose: ComposeFile;
  readonly services: readonly PlannedService[];
  readonly routes: readonly Route[];
  /** One block-storage volume each, mounted at `/srv/towpath/volumes/<key>`. */
  readonly volumes: readonly DataVolume[];
  /** Contents of configs and relative bind mounts. */
  readonly files: readonly PlanFile[];
  readonly secrets: readonly SecretReference[];
  /** Which secret goes where on the host, once a service and place. */
  readonly secretPlacements: readonly SecretPlacement[];
  readonly images: readonly ImageReference[];
  /** Ports of the host that the world may reach, beside the proxy's 80 and 443. */
  readonly openPorts: readonly {
    readonly port: number;
    readonly protocol: "tcp" | "udp";
    readonly service: string;
  }[];
  /** The reverse proxy's configuration; absent when nothing is routed. */
  readonly proxy?: ProxyConfig;
  /** Networks that the Compose file expects to find, and the rollout makes when they are not there. */
  readonly externalNetworks: readonly string[];
  /** How the host logs in to its own registry; absent when it has none. */
  readonly login?: { readonly host: string; readonly user: string; readonly path: string };
  readonly backups: readonly PlannedBackup[];
  /** What else the host does by the clock. */
  readonly jobs: readonly PlannedJob[];
  readonly report: readonly ReportEntry[];
}

/** The rendered Compose file's sections, by name. */
export type ComposeFile = {
  readonly name: string;
  readonly services: Readonly<Record<string, ComposeSection>>;
  readonly networks?: Readonly<Record<string, ComposeSection>>;
  readonly volumes?: Readonly<Record<string, ComposeSection>>;
  readonly secrets?: Readonly<Record<string, ComposeSection>>;
};
export type ComposeSection = Readonly<Record<string, unknown>>;

/** Where the rollout writes a secret: a file of its own, or a line of a service's environment file. */
export type SecretPlacement =
  | {
      readonly kind: "file";
      readonly secret: string;
      /** Absolute, on tmpfs. */
      readonly path: string;
      /** Octal permissions, e.g. 0o444. */
      readonly mode: number;
      readonly uid: string;
      readonly gid: string;
    }
  | { readonly kind: "variable"; readonly secret: string; readonly path: string; readonly variable: string };

/** Traefik's files, relative to the proxy's folder, and the backends whose addresses the rollout fills in. */
export interface ProxyConfig {
  readonly files: Readonly<Record<string, string>>;
  readonly backends: readonly ProxyBackend[];
}

export interface ProxyBackend {
  readonly name: string;
  /** Whose containers answer; absent when the host itself does. */
  readonly service?: string;
  readonly port: number;
}

/** A command of `towpath-rollout` that a timer runs. */
export interface PlannedJob {
  readonly name: "drill" | "metrics";
  /** systemd's OnCalendar. */
  readonly calendar: string;
}

/** What the host backs up by the clock. */
export type PlannedBackup = PlannedDump | PlannedArchive;

interface Scheduled {
  /** systemd's OnCalendar, several separated by `|`. */
  readonly calendar: string;
  /** Hours after which the last one is too old. */
  readonly overdueHours: number;
  /** Backups kept on the host. */
  readonly keep: number;
}

/** A dump, by running a command in a service's container. */
export interface PlannedDump extends Scheduled {
  readonly kind: "services";
  readonly name: string;
  readonly command: readonly string[];
  /** Reads a dump from standard input. */
  readonly restore?: readonly string[];
  /** Says in a drill whether a restored dump is good. */
  readonly verify?: readonly string[];
}

/** An archive of a volume's files. */
export interface PlannedArchive extends Scheduled {
  readonly kind: "volumes";
  readonly name: string;
}

/** One service in rollout order: whatever it depends on comes earlier. */
export interface PlannedService {
  readonly name: string;
  /** `start-first` for stateless services behind the proxy, `stop-first` for owners of a volume or host port, `gate` for one-shot services. */
  readonly strategy: "start-first" | "stop-first" | "gate";
  readonly dependsOn: readonly string[];
  /** Containers, at least 1. */
  readonly replicas: number;
  /** Services in whose stead this one must be made anew, because it shares their network or mounts. */
  readonly follows: readonly string[];
  /** `always`: the image's tag is resolved at each rollout, else once for as long as its name stays. */
  readonly pull: "once" | "always";
}

export interface DataVolume {
  /** The volume's key in the Compose file. */
  readonly key: string;
  readonly sizeGb: number;
  readonly snapshot: boolean;
}

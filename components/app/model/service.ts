import type { Build } from "./build";
import type { Environment, Extensions, StringMap, Ulimits } from "./common";
import type { Deploy, DeviceRequest } from "./deploy";
import type { Develop } from "./develop";
import type { FileReference } from "./file-reference";
import type { Healthcheck } from "./healthcheck";
import type { Hook } from "./hook";
import type { Mount } from "./mount";
import type { NetworkAttachment } from "./network";
import type { Port } from "./port";

/** `depends_on.*`. */
export interface Dependency {
  readonly condition: "service_started" | "service_healthy" | "service_completed_successfully";
  readonly required: boolean;
  readonly restart?: boolean;
}

/** One service in canonical form, with the specification's own key names. */
export interface Service extends Extensions, ServiceLimits, ServiceIsolation {
  readonly annotations?: StringMap;
  readonly attach?: boolean;
  readonly build?: Build;
  readonly command: readonly string[] | null;
  readonly entrypoint: readonly string[] | null;
  readonly configs?: readonly FileReference[];
  readonly secrets?: readonly FileReference[];
  readonly container_name?: string;
  readonly credential_spec?: { readonly config?: string; readonly file?: string; readonly registry?: string };
  readonly depends_on?: Readonly<Record<string, Dependency>>;
  readonly deploy?: Deploy;
  readonly develop?: Develop;
  readonly dns?: readonly string[];
  readonly dns_opt?: readonly string[];
  readonly dns_search?: readonly string[];
  readonly domainname?: string;
  readonly env_file?: readonly {
    readonly path: string;
    readonly required?: boolean;
    readonly format?: string;
  }[];
  /** With the values of `env_file` folded in, as the reference loader does. */
  readonly environment?: Environment;
  readonly expose?: readonly string[];
  readonly external_links?: readonly string[];
  readonly extra_hosts?: readonly string[];
  readonly healthcheck?: Healthcheck;
  readonly hostname?: string;
  readonly image?: string;
  readonly init?: boolean;
  readonly labels?: StringMap;
  readonly label_file?: readonly string[];
  readonly links?: readonly string[];
  readonly logging?: { readonly driver?: string; readonly options?: StringMap };
  readonly mac_address?: string;
  readonly models?: Readonly<
    Record<string, { readonly endpoint_var?: string; readonly model_var?: string } | null>
  >;
  readonly network_mode?: string;
  readonly networks?: Readonly<Record<string, NetworkAttachment | null>>;
  readonly platform?: string;
  readonly ports?: readonly Port[];
  readonly post_start?: readonly Hook[];
  readonly pre_start?: readonly Hook[];
  readonly pre_stop?: readonly Hook[];
  readonly profiles?: readonly string[];
  readonly provider?: {
    readonly type: string;
    readonly options?: Readonly<Record<string, readonly string[]>>;
  };
  readonly pull_policy?: string;
  readonly pull_refresh_after?: string;
  readonly restart?: string;
  readonly runtime?: string;
  readonly scale?: number;
  readonly stdin_open?: boolean;
  readonly stop_grace_period?: string;
  readonly stop_signal?: string;
  readonly tmpfs?: readonly string[];
  readonly tty?: boolean;
  /** File mode mask as a number, e.g. 18 for octal 022. */
  readonly umask?: number;
  readonly use_api_socket?: boolean;
  readonly user?: string;
  readonly volumes?: readonly Mount[];
  readonly volumes_from?: readonly string[];
  readonly working_dir?: string;
}

/** The service keys that bound what a container may use. Memory is bytes as a decimal string, -1 for none. */
export interface ServiceLimits {
  readonly blkio_config?: unknown;
  readonly cpu_count?: number;
  readonly cpu_percent?: number;
  readonly cpu_period?: number;
  readonly cpu_quota?: number;
  readonly cpu_rt_period?: number;
  readonly cpu_rt_runtime?: number;
  readonly cpu_shares?: number;
  readonly cpus?: number;
  readonly cpuset?: string;
  readonly gpus?: readonly DeviceRequest[];
  readonly mem_limit?: string;
  readonly mem_reservation?: string;
  readonly mem_swappiness?: string;
  readonly memswap_limit?: string;
  readonly oom_kill_disable?: boolean;
  readonly oom_score_adj?: number;
  readonly pids_limit?: number;
  readonly shm_size?: string;
  readonly storage_opt?: StringMap;
  readonly ulimits?: Ulimits;
}

/** The service keys that say how far a container is kept apart from its host. */
export interface ServiceIsolation {
  readonly cap_add?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly cgroup?: string;
  readonly cgroup_parent?: string;
  readonly device_cgroup_rules?: readonly string[];
  readonly devices?: readonly {
    readonly source: string;
    readonly target?: string;
    readonly permissions?: string;
  }[];
  readonly group_add?: readonly string[];
  readonly ipc?: string;
  readonly isolation?: string;
  readonly pid?: string;
  readonly privileged?: boolean;
  readonly read_only?: boolean;
  readonly security_opt?: readonly string[];
  readonly sysctls?: StringMap;
  readonly userns_mode?: string;
  readonly uts?: string;
}

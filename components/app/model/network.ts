import type { Extensions, StringMap } from "./common";

/** A top-level network. */
export interface Network extends Extensions {
  readonly name: string;
  readonly driver?: string;
  readonly driver_opts?: StringMap;
  readonly ipam: Ipam;
  readonly external?: boolean;
  readonly internal?: boolean;
  readonly attachable?: boolean;
  readonly enable_ipv4?: boolean;
  readonly enable_ipv6?: boolean;
  readonly labels?: StringMap;
}

export interface Ipam {
  readonly driver?: string;
  readonly config?: readonly {
    readonly subnet?: string;
    readonly gateway?: string;
    readonly ip_range?: string;
    readonly aux_addresses?: StringMap;
  }[];
  readonly options?: StringMap;
}

/** How one service joins a network; null in the model means "with no options". */
export interface NetworkAttachment {
  readonly aliases?: readonly string[];
  readonly interface_name?: string;
  readonly ipv4_address?: string;
  readonly ipv6_address?: string;
  readonly link_local_ips?: readonly string[];
  readonly mac_address?: string;
  readonly driver_opts?: StringMap;
  readonly priority?: number;
  readonly gw_priority?: number;
  /** False: the service is not found by its own name on this network. Default true. */
  readonly use_service_name_alias?: boolean;
}

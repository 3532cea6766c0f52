/** What runs together on one host: a pod, or a service of a Compose file. Read on demand: a part may be unknown. */
export interface Workload {
  /** For messages: `the pod`, `service web`. */
  readonly what: string;
  /** Safety that the Compose file gives up by name, in `x-towpath.allow`. */
  readonly allowed: readonly string[];
  /** Namespaces shared with the host: network, pid, ipc. */
  readonly hostNamespaces: readonly string[];
  /** Paths of the host that it sees: all of a pod's, of a Compose service's those that are the host's own. */
  readonly hostPaths: readonly string[];
  /** Ports of every node that it takes. */
  readonly hostPorts: readonly number[];
  readonly containers: readonly Container[];
}

/** One container, whichever engine runs it. */
export interface Container {
  /** For messages: `container web`, `service web`. */
  readonly what: string;
  readonly image: string | undefined;
  readonly isPrivileged: boolean;
  readonly mayEscalate: boolean;
  /** Capabilities, without `CAP_`, upper case. */
  readonly dropped: readonly string[];
  readonly added: readonly string[];
  /** Runs under a seccomp profile. */
  readonly isConfined: boolean;
  readonly resources: Resources;
  readonly mayBeRoot: boolean;
  /** Number of the user; undefined: the image's, or a name. */
  readonly userId: number | undefined;
  readonly hasReadOnlyRoot: boolean;
  readonly devices: readonly string[];
  /** Variables with a value written out. */
  readonly literals: readonly { readonly name: string; readonly value: string }[];
  /** Undefined: nothing to check, since it ends by itself. */
  readonly isHealthChecked: boolean | undefined;
  /** Asks for restarts by the very probe that takes it out of traffic. */
  readonly hasSameProbes: boolean;
  /** Hosts that probes and hooks are sent to instead of the container itself. */
  readonly probedHosts: readonly string[];
}

/** What a container asks for and is limited to. */
export interface Resources {
  readonly hasMemoryLimit: boolean;
  readonly hasCpuLimit: boolean;
  /** Of cpu and memory, what it asks for nothing of; undefined: whoever runs it reserves nothing by name. */
  readonly notRequested: readonly string[] | undefined;
  /** Undefined: whoever runs it does not limit that. */
  readonly hasScratchLimit: boolean | undefined;
}

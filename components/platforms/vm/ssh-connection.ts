import type * as pulumi from "@pulumi/pulumi";

/** How a host is reached over SSH, with the host's key pinned. */
export interface SshConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** `type base64`, as in `known_hosts` without the name. */
  readonly hostKey: string;
  /** Absent: the keys of the SSH agent. */
  readonly privateKey?: pulumi.Output<string>;
}

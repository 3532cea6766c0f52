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

/** The key of a line of `known_hosts`, or of a public key file: its type and its base64. */
export function hostKeyOf(line: string): string {
  const fields = line.trim().split(/\s+/);
  const type = fields.findIndex(field => /^(ssh|ecdsa|sk)-/.test(field));
  return fields.slice(type, type + 2).join(" ");
}

import { stringify } from "yaml";
import { sortedEntries } from "../../lib/records";

/** Bytes that EC2 takes as user data, before base64. Source: AWS, "Run commands when you launch an EC2 instance". */
export const USER_DATA_LIMIT = 16 * 1024;

export interface CloudConfig {
  /** Contents by absolute path; one that begins with `#!` is executable. */
  readonly files: Readonly<Record<string, string>>;
  /** Octal permissions of the files that are not executable, e.g. `0644`. */
  readonly permissions: string;
  /** Swap at most, bytes; cloud-init takes less on a small machine. */
  readonly swapBytes: number;
  /** Path of the script that runs once all files are written. */
  readonly setup: string;
}

/** What cloud-init makes of a fresh machine: no login by root or password, the files, then the setup. */
export function cloudConfig({ files, permissions, swapBytes, setup }: CloudConfig): string {
  const config = {
    disable_root: true,
    ssh_pwauth: false,
    swap: { filename: "/swapfile", size: "auto", maxsize: swapBytes },
    write_files: sortedEntries(files).map(([path, content]) => ({
      path,
      permissions: content.startsWith("#!") ? "0755" : permissions,
      content,
    })),
    runcmd: [[setup]],
  };
  return `#cloud-config\n${stringify(config, { lineWidth: 0 })}`;
}

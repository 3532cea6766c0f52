import { stringify } from "yaml";
import { InvalidInput } from "../../../lib/issues";
import { sortedEntries } from "../../../lib/records";
import { SETUP } from "../node-paths";

/** Bytes that EC2 takes as user data, before base64. Source: AWS, "Run commands when you launch an EC2 instance". */
export const USER_DATA_LIMIT = 16 * 1024;

/** A cushion for K3s itself on small machines; pods do not get any of it. */
const SWAP = { filename: "/swapfile", size: "auto", maxsize: 1024 ** 3 };

/** The cloud-config that writes the files and runs the setup. Throws InvalidInput when it is longer than EC2 takes. */
export function cloudConfig(files: Readonly<Record<string, string>>): string {
  const config = {
    disable_root: true,
    ssh_pwauth: false,
    swap: SWAP,
    write_files: sortedEntries(files).map(([path, content]) => ({
      path,
      permissions: content.startsWith("#!") ? "0755" : "0600",
      content,
    })),
    runcmd: [[SETUP]],
  };
  const text = `#cloud-config\n${stringify(config, { lineWidth: 0 })}`;
  const bytes = Buffer.byteLength(text);
  if (bytes <= USER_DATA_LIMIT) return text;
  const wrong = `a node's user data takes ${bytes} bytes, and EC2 takes ${USER_DATA_LIMIT}`;
  throw new InvalidInput([
    { path: "towpath:k3s.pools", wrong, instead: "use fewer or shorter labels and taints" },
  ]);
}

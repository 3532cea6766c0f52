import { InvalidInput } from "../../../lib/issues";
import { cloudConfig, USER_DATA_LIMIT } from "../../user-data/cloud-config";
import { SETUP } from "../node-paths";

/** A cushion for K3s itself on small machines; pods do not get any of it. */
const SWAP_BYTES = 1024 ** 3;

/** The cloud-config of a K3s node. Throws InvalidInput when it is longer than EC2 takes. */
export function nodeConfig(files: Readonly<Record<string, string>>): string {
  const text = cloudConfig({ files, permissions: "0600", swapBytes: SWAP_BYTES, setup: SETUP });
  const bytes = Buffer.byteLength(text);
  if (bytes <= USER_DATA_LIMIT) return text;
  const wrong = `a node's user data takes ${bytes} bytes, and EC2 takes ${USER_DATA_LIMIT}`;
  throw new InvalidInput([
    { path: "towpath:k3s.pools", wrong, instead: "use fewer or shorter labels and taints" },
  ]);
}

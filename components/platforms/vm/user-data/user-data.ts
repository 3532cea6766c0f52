import { InvalidInput } from "../../../lib/issues";
import { cloudConfig, USER_DATA_LIMIT } from "../../user-data/cloud-config";
import { type MountedVolume, volumesFile } from "../data-volume";
import { HOST_FILES } from "../host-files";
import { VOLUMES_FILE } from "../host-paths";
import { DOCKER_DAEMON } from "./docker-daemon";
import { SETUP_SCRIPT } from "./setup-script";
import { SYSTEM_FILES } from "./system-files";
import { VOLUMES_SCRIPT } from "./volumes-script";

/** Two GiB. */
const SWAP_BYTES = 2 * 1024 ** 3;

/**
 * The cloud-config that makes a Docker host of a fresh Ubuntu or Debian machine. It knows nothing of a release, so a
 * release never changes it. Throws InvalidInput when it is longer than EC2 takes.
 */
export function userData(volumes: readonly MountedVolume[]): string {
  const files: Record<string, string> = {
    ...SYSTEM_FILES,
    ...HOST_FILES,
    "/etc/docker/daemon.json": `${JSON.stringify(DOCKER_DAEMON, null, 2)}\n`,
    [VOLUMES_FILE]: volumesFile(volumes),
    "/usr/local/sbin/towpath-setup": SETUP_SCRIPT,
    "/usr/local/sbin/towpath-volumes": VOLUMES_SCRIPT,
  };
  const setup = "/usr/local/sbin/towpath-setup";
  const text = cloudConfig({ files, permissions: "0644", swapBytes: SWAP_BYTES, setup });
  checkLength(Buffer.byteLength(text), volumes.length);
  return text;
}

function checkLength(bytes: number, volumes: number): void {
  if (bytes <= USER_DATA_LIMIT) return;
  const wrong = `the host's user data takes ${bytes} bytes with ${volumes} volumes, and EC2 takes ${USER_DATA_LIMIT}`;
  throw new InvalidInput([{ path: "volumes", wrong, instead: "use fewer named volumes or shorter names" }]);
}

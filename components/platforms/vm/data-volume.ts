import { shortHash } from "../../lib/names";

/** A named volume of the app, kept on a disk of its own. */
export interface DataVolume {
  /** The volume's key in the Compose file. */
  readonly key: string;
  readonly sizeGb: number;
  /** Take daily snapshots. */
  readonly snapshot: boolean;
}

/** A data volume as the host finds it: mounted at `/srv/towpath/volumes/<key>` by its label. */
export interface MountedVolume {
  readonly key: string;
  readonly label: string;
  /** The block device, by an id that does not change. */
  readonly device: string;
}

/** An ext4 label may have 16 bytes; a longer key ends in a hash of itself. */
const LABEL_LIMIT = 16;

export function mountedVolume(key: string, volumeId: string): MountedVolume {
  const label = key.length <= LABEL_LIMIT ? key : `${key.slice(0, LABEL_LIMIT - 9)}-${shortHash(key)}`;
  return { key, label, device: deviceById(volumeId) };
}

/** Where udev links an EBS volume on a Nitro instance, whatever device name it was attached under. */
function deviceById(volumeId: string): string {
  return `/dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_${volumeId.replace("-", "")}`;
}

/** The text of the host's list of volumes: a line each, in key order. */
export function volumesFile(volumes: readonly MountedVolume[]): string {
  return volumes
    .map(({ key, label, device }) => `${key} ${label} ${device}\n`)
    .sort()
    .join("");
}

import { DISK_GUARD } from "./user-data/disk-guard";
import { LOG_ROTATION } from "./user-data/log-rotation";
import { SECRETS_UNIT } from "./user-data/secrets-unit";

/**
 * What every Docker host has beside Docker, by path. It is in the user data of a host on EC2, and each release brings
 * it again: to a host of yours, and to one that an older towpath made.
 */
export const HOST_FILES: Readonly<Record<string, string>> = {
  ...DISK_GUARD,
  ...LOG_ROTATION,
  ...SECRETS_UNIT,
};

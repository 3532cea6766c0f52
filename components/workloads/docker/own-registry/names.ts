import { SECRETS_DIRECTORY } from "../host-paths";

/** The host's own registry: its service, and the names of everything that belongs to it. */
export const REGISTRY_SERVICE = "towpath-registry";

/** Distribution 3.0.0, the CNCF's registry. */
export const REGISTRY_IMAGE = "docker.io/library/registry:3.0.0";

/** Whom the registry lets in. */
export const REGISTRY_USER = "towpath";

/** The key of `towpath:secrets` that holds the password. */
export const REGISTRY_PASSWORD_KEY = "registry-password";

/** The registry's port inside its container. */
export const REGISTRY_PORT = 5000;

export const REGISTRY_FOLDER = "/var/lib/registry";
export const REGISTRY_CONFIG = "/etc/distribution/towpath.json";

/** Where the host itself finds the password with which it pulls. */
export const REGISTRY_LOGIN_PATH = `${SECRETS_DIRECTORY}/registry-login/password`;

/** What the host's own registry needs to know. */
export interface OwnRegistry {
  /** Its name for the world, e.g. `registry.example.com`. */
  readonly host: string;
  /** GiB of its disk, 1 to 16384. */
  readonly sizeGb: number;
  /** Who may reach it beside the host, as CIDR blocks. */
  readonly cidrs: readonly string[];
}

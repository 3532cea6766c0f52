/** Where things stand on a Docker host. The rollout script, the user data and the rendered Compose file agree on it. */
export const STATE_DIRECTORY = "/srv/towpath";

/** Where a data volume is mounted. */
export const volumePath = (key: string): string => `${STATE_DIRECTORY}/volumes/${key}`;

/** Files of releases, in folders named after their content, so that an unchanged file keeps its path. */
export const filePath = (path: string): string => `${STATE_DIRECTORY}/files/${path}`;

/** Folders that a Compose file mounts although they do not exist; they outlive releases. */
export const emptyPath = (slug: string): string => `${STATE_DIRECTORY}/empty/${slug}`;

export const PROXY_DIRECTORY = `${STATE_DIRECTORY}/proxy`;

/** A link to a folder on tmpfs: gone after a reboot, and fetched again before Docker starts. */
export const SECRETS_DIRECTORY = `${STATE_DIRECTORY}/secrets`;

/** A service's secret variables, in the form that `env_file` reads. */
export const environmentPath = (service: string): string => `${SECRETS_DIRECTORY}/${service}/environment`;

/** A secret, or a config that must not be written down, as one service takes it. */
export const secretPath = (service: string, kind: "secret" | "config", key: string): string =>
  `${SECRETS_DIRECTORY}/${service}/${kind}s/${key}`;

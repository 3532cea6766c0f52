/** What the host keeps that outlives a release. */
export const STATE_DIRECTORY = "/srv/towpath";
/** One mount point a data volume. */
export const VOLUMES_DIRECTORY = `${STATE_DIRECTORY}/volumes`;
/** The program in every bundle that puts its release into service. */
export const ROLLOUT_PROGRAM = "towpath-rollout";
/** Where the rollout leaves the running release's own program. */
export const INSTALLED_ROLLOUT = `${STATE_DIRECTORY}/${ROLLOUT_PROGRAM}`;
/** Settings of the rollout, `NAME=value`. */
export const ROLLOUT_SETTINGS = "/etc/towpath/rollout.conf";
/** The data volumes, a line of `key label device` each. */
export const VOLUMES_FILE = "/etc/towpath/volumes";

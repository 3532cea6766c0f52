/** What the host keeps that outlives a release. */
export const STATE_DIRECTORY = "/srv/towpath";
/** One folder a release, named after the bundle's digest. */
export const RELEASES_DIRECTORY = `${STATE_DIRECTORY}/releases`;
/** One mount point a data volume. */
export const VOLUMES_DIRECTORY = `${STATE_DIRECTORY}/volumes`;
/** A link to the release that runs. */
export const CURRENT_RELEASE = `${STATE_DIRECTORY}/current`;
/** The program in every bundle that puts its release into service. */
export const ROLLOUT_PROGRAM = "towpath-rollout";

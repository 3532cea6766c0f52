/**
 * On pods: the names of the secrets that they take, separated by commas. The component puts a digest of the values
 * in, so that a changed value makes new pods.
 */
export const SECRETS = "towpath.dev/secrets";

import type { AddonSecret } from "./addon";

export interface GitLogin {
  readonly repository: string;
  readonly username: string;
  /** Name under `towpath:secrets`. */
  readonly secret?: string | undefined;
}

/** What a controller calls the two kinds of login. */
export interface LoginKeys {
  readonly password: string;
  readonly sshKey: string;
}

export const GIT_SECRET = "app-repository";

/** The login of a repository as a Secret; undefined for a public one. */
export function gitSecret(
  { repository, username, secret: from }: GitLogin,
  keys: LoginKeys,
): AddonSecret | undefined {
  if (from === undefined) return undefined;
  if (repository.startsWith("ssh:")) return { name: GIT_SECRET, key: keys.sshKey, from };
  return { name: GIT_SECRET, key: keys.password, from, beside: { username } };
}

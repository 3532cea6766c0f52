import type { SecretReference } from "../../references";
import type { SecretPlacement } from "../docker-plan";
import { REGISTRY_LOGIN_PATH, REGISTRY_PASSWORD_KEY, REGISTRY_SERVICE } from "./names";
import { HTPASSWD_SECRET } from "./with-registry";

const LOGIN_SECRET = `${REGISTRY_SERVICE}-password`;

/** The app's secrets with the registry's own: its password file, made of the password, and the password for the host. */
export function withRegistrySecrets(secrets: readonly SecretReference[]): readonly SecretReference[] {
  const key = REGISTRY_PASSWORD_KEY;
  const own: readonly SecretReference[] = [
    { name: HTPASSWD_SECRET, source: { kind: "htpasswd", key } },
    { name: LOGIN_SECRET, source: { kind: "config", key } },
  ];
  return [...secrets.filter(({ name }) => name !== HTPASSWD_SECRET), ...own].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}

/** A file on tmpfs that root alone reads, for pulls. */
export const LOGIN_PLACEMENT: SecretPlacement = {
  kind: "file",
  secret: LOGIN_SECRET,
  path: REGISTRY_LOGIN_PATH,
  mode: 0o400,
  uid: "0",
  gid: "0",
};

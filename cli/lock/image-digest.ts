import { createHash } from "node:crypto";
import type { CanonicalImage } from "../../components/app/lock/canonical-image";
import type { Credentials } from "./docker-credentials";
import { challengeOf } from "./registry-challenge";

/** Where an image is asked for, and as whom. */
export interface Source {
  /** Host and port. */
  readonly host: string;
  /** Path of the repository there. */
  readonly repository: string;
  readonly credentials?: Credentials;
}

/** Lists for several platforms first: their digest is the same on every machine. */
const ACCEPT = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
].join(", ");
const TIMEOUT_MS = 30_000;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/**
 * The digest that a tag stands for now, by the OCI distribution API.
 *
 * @throws Error with the registry's reason, in one line
 */
export async function imageDigest({ tag }: CanonicalImage, source: Source): Promise<string> {
  const url = `${scheme(source.host)}://${hostOf(source.host)}/v2/${source.repository}/manifests/${tag}`;
  const headers = { Accept: ACCEPT };
  const first = await ask(url, "HEAD", headers);
  const authorized = first.status === 401 ? { ...headers, ...(await authorization(first, source)) } : headers;
  const head = first.status === 401 ? await ask(url, "HEAD", authorized) : first;
  if (!head.ok) throw new Error(reasonOf(head.status, source));
  const told = head.headers.get("docker-content-digest") ?? "";
  if (DIGEST.test(told)) return told;
  // A registry may leave the header out; the digest is that of the manifest's bytes.
  const body = await ask(url, "GET", authorized);
  if (!body.ok) throw new Error(reasonOf(body.status, source));
  return `sha256:${createHash("sha256")
    .update(Buffer.from(await body.arrayBuffer()))
    .digest("hex")}`;
}

async function ask(url: string, method: string, headers: Readonly<Record<string, string>>) {
  try {
    return await fetch(url, { method, headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    throw new Error(`${new URL(url).host}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

async function authorization(refused: Response, source: Source): Promise<{ Authorization?: string }> {
  const challenge = challengeOf(refused.headers.get("www-authenticate") ?? "");
  const { credentials } = source;
  const basic =
    credentials === undefined
      ? {}
      : {
          Authorization: `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString("base64")}`,
        };
  if (challenge?.kind !== "bearer") return basic;
  const url = new URL(challenge.realm);
  // A password goes to the registry's own token service, and over TLS.
  if (url.protocol !== "https:" && !isLoopback(url.hostname)) throw new Error(`${url.origin} is not https`);
  for (const [name, value] of Object.entries(challenge.parameters)) url.searchParams.set(name, value);
  if (challenge.parameters.scope === undefined)
    url.searchParams.set("scope", `repository:${source.repository}:pull`);
  const answer = await ask(url.href, "GET", basic);
  if (!answer.ok) throw new Error(reasonOf(answer.status, source));
  const body = (await answer.json()) as { readonly token?: unknown; readonly access_token?: unknown };
  return { Authorization: `Bearer ${String(body.token ?? body.access_token)}` };
}

function reasonOf(status: number, { host, credentials }: Source): string {
  const login = credentials === undefined ? `run docker login ${host}` : "its password was refused";
  const reasons: Readonly<Record<number, string>> = {
    401: `${host} wants to know who asks; ${login}`,
    403: `${host} refuses; ${login}`,
    404: `${host} has no such image or tag`,
    429: `${host} was asked too often; try again later, or docker login`,
  };
  return reasons[status] ?? `${host} answered ${status}`;
}

const isLoopback = (name: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(name);

/** As Docker does: plain HTTP on the machine itself alone. */
function scheme(host: string): string {
  return isLoopback(host.replace(/:\d+$/, "")) ? "http" : "https";
}

function hostOf(host: string): string {
  return host === "docker.io" ? "registry-1.docker.io" : host;
}

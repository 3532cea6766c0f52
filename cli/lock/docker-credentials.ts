import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

/** What Docker knows of a registry; an identity token takes the password's place. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

const entry = z.looseObject({
  auth: z.string().optional(),
  username: z.string().optional(),
  password: z.string().optional(),
});
const dockerConfig = z.looseObject({
  auths: z.record(z.string(), entry).default({}),
  credHelpers: z.record(z.string(), z.string()).default({}),
  credsStore: z.string().optional(),
});
const answer = z.looseObject({ Username: z.string(), Secret: z.string() });

/** Under which names `docker login` keeps what it knows of Docker Hub. */
const HUB = ["https://index.docker.io/v1/", "index.docker.io", "docker.io"];

/**
 * What `docker login` left for a registry: in `config.json` of `DOCKER_CONFIG` or `~/.docker`, or with the credential
 * helper that it names. Undefined when there is nothing, and the registry is asked without.
 */
export function dockerCredentials(
  registry: string,
  environment: Readonly<Record<string, string>>,
): Credentials | undefined {
  const folder = environment.DOCKER_CONFIG ?? join(environment.HOME ?? homedir(), ".docker");
  const config = readConfig(join(folder, "config.json"));
  if (config === undefined) return undefined;
  const names = registry === "docker.io" ? HUB : [registry, `https://${registry}`, `https://${registry}/v2/`];
  for (const name of names) {
    const helper = config.credHelpers[name] ?? config.credsStore;
    const found =
      (helper === undefined ? undefined : fromHelper(helper, name, environment)) ??
      fromEntry(config.auths[name]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function readConfig(file: string): z.output<typeof dockerConfig> | undefined {
  try {
    return dockerConfig.safeParse(JSON.parse(readFileSync(file, "utf8"))).data;
  } catch {
    return undefined; // no file, or none that Docker could read
  }
}

function fromEntry(found: z.output<typeof entry> | undefined): Credentials | undefined {
  if (found?.username !== undefined && found.password !== undefined) {
    return { username: found.username, password: found.password };
  }
  const [username, ...rest] = Buffer.from(found?.auth ?? "", "base64")
    .toString("utf8")
    .split(":");
  return username === undefined || rest.length === 0 ? undefined : { username, password: rest.join(":") };
}

/** Speaks the credential helpers' protocol; a helper that knows nothing of the registry fails. */
function fromHelper(
  helper: string,
  name: string,
  environment: Readonly<Record<string, string>>,
): Credentials | undefined {
  if (!/^[a-z0-9-]+$/.test(helper)) return undefined;
  try {
    const options = { input: name, encoding: "utf8", env: environment, timeout: 20_000 } as const;
    const stdout = execFileSync(`docker-credential-${helper}`, ["get"], {
      ...options,
      stdio: ["pipe", "pipe", "ignore"],
    });
    const { Username: username, Secret: password } = answer.parse(JSON.parse(stdout));
    return { username, password };
  } catch {
    return undefined;
  }
}

import { execFileSync, type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DOCKER_DAEMON } from "../../../components/platforms/vm/user-data/docker-daemon";
import { PROXY_IMAGE } from "../../../components/workloads/docker/plan/proxy-service";
import { builtTool, ROOT } from "../../harness/equipment";

/** Where a registry of tests is: not on the loopback, for which Docker checks no certificate. */
export const REGISTRY = { name: "registry.test", address: "192.0.2.1" } as const;

const TOOLS = join(ROOT, ".ci/docker");

/** What is missing for a Docker daemon of one's own; empty when nothing is. */
export function missingEquipment(): string {
  const programs = ["docker", "dockerd", "containerd", "iptables", "nsenter", "unshare"];
  const absent = programs.filter(program => spawnSync("which", [program], { env: PATHS }).status !== 0);
  const unbuilt = (["compose", "docker", "registry"] as const).filter(name => builtTool(name) === undefined);
  const parts = [...absent, ...unbuilt.map(name => `.ci/${name}/build`)];
  return process.getuid?.() === 0 ? parts.join(", ") : ["root", ...parts].join(", ");
}

const PATHS = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };

/** A Docker daemon with the hardened settings, in mounts, a network and processes of its own: a host for tests. */
export class DockerWorld {
  /** On the machine; within, `/srv` is its `srv`, and the home its `home`. */
  readonly folder = mkdtempSync(join(tmpdir(), "towpath-docker-"));
  private pid = "";

  constructor() {
    writeFileSync(this.config, JSON.stringify(DOCKER_DAEMON));
    const plugins = join(this.folder, "home/.docker/cli-plugins");
    mkdirSync(plugins, { recursive: true });
    symlinkSync(join(builtTool("compose") ?? "", "docker-compose"), join(plugins, "docker-compose"));
    mkdirSync(join(this.folder, "bin"));
    mkdirSync(join(this.folder, "etc"));
    writeFileSync(
      join(this.folder, "etc/hosts"),
      `127.0.0.1 localhost\n${REGISTRY.address} ${REGISTRY.name}\n`,
    );
    this.boot();
    this.loadImage(PROXY_IMAGE, "/bin/traefik");
  }

  private get config(): string {
    return join(this.folder, "config.json");
  }

  private boot(): void {
    const options = { encoding: "utf8", env: PATHS } as const;
    this.pid = execFileSync(join(TOOLS, "up"), [this.folder, this.config], options).trim();
    this.run(["ip", "address", "add", `${REGISTRY.address}/32`, "dev", "lo"]);
  }

  /** Cuts the power and starts again: what is on tmpfs is gone, and nothing was told to stop. */
  reboot(): void {
    execFileSync(join(TOOLS, "down"), ["--keep", this.folder], { env: PATHS });
    this.boot();
  }

  /** The variables of a host's own environment, without any of the machine's credentials and proxies. */
  private get environment(): NodeJS.ProcessEnv {
    return {
      PATH: `${this.folder}/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
      HOME: join(this.folder, "home"),
    };
  }

  /** Runs a command as root on the host. */
  run(command: readonly string[], env: Readonly<Record<string, string>> = {}): SpawnSyncReturns<string> {
    return spawnSync(join(TOOLS, "within"), [this.pid, ...command], {
      encoding: "utf8",
      env: { ...this.environment, ...env },
      maxBuffer: 64 * 1024 * 1024,
    });
  }

  /** Starts a command on the host and leaves it running. */
  start(command: readonly string[], env: Readonly<Record<string, string>> = {}) {
    return spawn(join(TOOLS, "within"), [this.pid, ...command], {
      env: { ...this.environment, ...env },
      stdio: ["pipe", "pipe", "pipe"],
    });
  }

  /** What `docker` prints; throws when it fails. */
  docker(...args: string[]): string {
    const { status, stdout, stderr } = this.run(["docker", ...args]);
    if (status !== 0) throw new Error(`docker ${args.join(" ")}: ${stderr}`);
    return stdout.trim();
  }

  /** The program of `.ci/docker`, as it is called on the host. */
  get kit(): string {
    return join(builtTool("docker") ?? "", "towpath-kit");
  }

  /** Gives the daemon an image whose one program is the kit, without a registry. */
  loadImage(name: string, path = "/bin/app", ...variables: string[]): void {
    const file = join(this.folder, "image.tar");
    execFileSync(this.kit, ["image", file, name, path, ...variables]);
    this.docker("load", "--input", file);
  }

  /** Puts a program before all others in the host's path. */
  install(name: string, script: string): void {
    writeFileSync(join(this.folder, "bin", name), script);
    chmodSync(join(this.folder, "bin", name), 0o755);
  }

  close(): void {
    execFileSync(join(TOOLS, "down"), [this.folder], { env: PATHS });
  }
}

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { builtTool } from "../../harness/equipment";
import { type DockerWorld, REGISTRY } from "./docker-world";

/** A registry with TLS and passwords on a host of tests, under a name that Docker does not trust by itself. */
export class TestRegistry {
  readonly address: string;
  readonly password = "correct horse battery staple";
  private readonly folder: string;
  private process: ReturnType<DockerWorld["start"]> | undefined;

  constructor(
    private readonly world: DockerWorld,
    port: number,
  ) {
    this.address = `${REGISTRY.name}:${port}`;
    this.folder = mkdtempSync(join(world.folder, "registry-"));
    const line = execFileSync(world.kit, ["htpasswd", "tests"], { input: this.password, encoding: "utf8" });
    writeFileSync(join(this.folder, "htpasswd"), line);
    writeFileSync(join(this.folder, "config.json"), JSON.stringify(this.config(port)));
  }

  private config(port: number): unknown {
    return {
      version: 0.1,
      log: { level: "warn" },
      storage: { filesystem: { rootdirectory: join(this.folder, "data") } },
      http: {
        addr: `${REGISTRY.address}:${port}`,
        secret: "of no use here",
        tls: { certificate: join(this.folder, "tls.crt"), key: join(this.folder, "tls.key") },
      },
      auth: { htpasswd: { realm: "tests", path: join(this.folder, "htpasswd") } },
    };
  }

  /** Starts it, or starts it again with a certificate of another lifetime, which the host trusts. */
  async serve(lifetime: string): Promise<void> {
    await this.stop();
    execFileSync(this.world.kit, ["certificate", this.folder, REGISTRY.name, lifetime]);
    const trusted = `/etc/docker/certs.d/${this.address}`;
    this.world.run(["sh", "-c", `mkdir -p ${trusted} && cp ${this.folder}/ca.crt ${trusted}/ca.crt`]);
    const binary = join(builtTool("registry") ?? "", "registry");
    const variables = { OTEL_TRACES_EXPORTER: "none" };
    // It ends when its input does.
    const script = `"$0" serve "$1" & registry=$!; read -r _; kill $registry; wait $registry`;
    this.process = this.world.start(
      ["bash", "-c", script, binary, join(this.folder, "config.json")],
      variables,
    );
    this.process.stdout.resume();
    this.process.stderr.resume();
    const port = this.address.split(":")[1] ?? "";
    const listens = `for _ in $(seq 100); do (exec 3<>/dev/tcp/${REGISTRY.address}/${port}) 2>/dev/null && exit; sleep 0.1; done; exit 1`;
    if (this.world.run(["bash", "-c", listens]).status !== 0) throw new Error("the registry did not start");
  }

  async stop(): Promise<void> {
    if (this.process === undefined) return;
    const ended = new Promise(resolve => this.process?.once("close", resolve));
    this.process.stdin.end();
    await ended;
    this.process = undefined;
  }

  /** What the host's login file says, as `docker login` or a host's owner writes it. */
  login(password: string): void {
    const auth = Buffer.from(`tests:${password}`).toString("base64");
    const folder = join(this.world.folder, "home/.docker");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "config.json"), JSON.stringify({ auths: { [this.address]: { auth } } }));
  }

  /** Pushes an image that the daemon has, and forgets it there; its reference by digest. */
  push(image: string, repository: string): string {
    const name = `${this.address}/${repository}:1`;
    this.world.docker("tag", image, name);
    this.world.docker("push", "--quiet", name);
    const reference = this.world.docker("image", "inspect", "--format", "{{index .RepoDigests 0}}", name);
    this.world.docker("image", "rm", "--force", name, reference, image);
    return reference;
  }
}

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtTool } from "../../harness/equipment";

const MANIFEST = "application/vnd.oci.image.manifest.v1+json";

/** A real registry on the loopback, with plain HTTP and no passwords. */
export async function localRegistry() {
  const folder = mkdtempSync(join(tmpdir(), "towpath-registry-"));
  const host = `127.0.0.1:${await freePort()}`;
  const config = {
    version: 0.1,
    log: { level: "error" },
    storage: { filesystem: { rootdirectory: join(folder, "data") } },
    http: { addr: host, secret: "of no use here" },
  };
  writeFileSync(join(folder, "config.json"), JSON.stringify(config));
  const binary = join(builtTool("registry") ?? "", "registry");
  const env = { PATH: process.env.PATH, OTEL_TRACES_EXPORTER: "none" };
  const server = spawn(binary, ["serve", join(folder, "config.json")], { env, stdio: "ignore" });
  await listening(`http://${host}/v2/`);
  const close = async () => {
    const ended = once(server, "close");
    server.kill();
    await ended;
    rmSync(folder, { recursive: true });
  };
  return { host, put: (repository: string, tag: string) => put(host, repository, tag), close };
}

/** Pushes an image of no content of its own; its digest. */
async function put(host: string, repository: string, tag: string): Promise<string> {
  const config = JSON.stringify({ architecture: "amd64", os: "linux", created: repository });
  const started = await fetch(`http://${host}/v2/${repository}/blobs/uploads/`, { method: "POST" });
  const upload = new URL(started.headers.get("location") ?? "", `http://${host}`);
  upload.searchParams.set("digest", digestOf(config));
  await expectDone(fetch(upload, { method: "PUT", body: config }));
  const blob = {
    mediaType: "application/vnd.oci.image.config.v1+json",
    digest: digestOf(config),
    size: config.length,
  };
  const manifest = JSON.stringify({ schemaVersion: 2, mediaType: MANIFEST, config: blob, layers: [] });
  const headers = { "Content-Type": MANIFEST };
  await expectDone(
    fetch(`http://${host}/v2/${repository}/manifests/${tag}`, { method: "PUT", body: manifest, headers }),
  );
  return digestOf(manifest);
}

async function expectDone(answer: Promise<Response>): Promise<void> {
  const { status } = await answer;
  if (status !== 201) throw new Error(`the registry answered ${status}`);
}

const digestOf = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function listening(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error("the registry did not start");
}

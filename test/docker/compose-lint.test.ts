// What independent scanners say of the bundles that the examples become.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lockRequest } from "../../cli/lock/lock-request";
import { load } from "../../components/app/load/load";
import { planDocker } from "../../components/workloads/docker/plan";
import { renderBundle } from "../../components/workloads/docker/render-bundle";
import { towpath } from "../cli/towpath-process";
import { builtTool, ROOT } from "../harness/equipment";
import { localRegistry } from "./harness/local-registry";

const EXAMPLES = readdirSync(join(ROOT, "examples")).sort();
const composeLint = join(builtTool("compose-lint") ?? "", "compose-lint");
const checkov = join(builtTool("checkov") ?? "", "checkov");
const missing = (["compose-lint", "checkov", "registry"] as const).filter(
  name => builtTool(name) === undefined,
);

interface Finding {
  readonly rule_id: string;
  readonly severity: string;
  readonly service: string;
}

/** Findings of compose-lint at medium or above, once the host's address stands where the rollout puts it. */
function lint(file: string, listen = "203.0.113.5"): readonly string[] {
  const env = { PATH: process.env.PATH, HOME: dirname(file) };
  appendFileSync(join(dirname(file), ".env"), `TOWPATH_LISTEN=${listen}\n`);
  const words = ["check", "--format", "json", "--fail-on", "medium", file];
  const { status, stdout, stderr } = spawnSync(composeLint, words, {
    encoding: "utf8",
    env,
    cwd: dirname(file),
  });
  const all: readonly Finding[] = JSON.parse(stdout).findings;
  const bad = all.filter(({ severity }) => severity.toLowerCase() !== "low");
  if ((status === 0) !== (bad.length === 0)) throw new Error(`compose-lint ended with ${status}: ${stderr}`);
  return bad.map(({ rule_id, service }) => `${rule_id} ${service}`);
}

/** Findings of Checkov's search for secrets in a folder. */
function secrets(folder: string): readonly string[] {
  const words = [
    "--directory",
    folder,
    "--framework",
    "secrets",
    "--enable-secret-scan-all-files",
    "--skip-download",
    "--output",
    "json",
  ];
  const { stdout, stderr } = spawnSync(checkov, words, { encoding: "utf8", maxBuffer: 1 << 27 });
  if (stdout === "") throw new Error(stderr);
  const { results } = JSON.parse(stdout);
  return (results?.failed_checks ?? []).map(
    ({ check_id, file_path }: Record<string, string>) => `${check_id} ${file_path}`,
  );
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

describe.skipIf(missing.length > 0)(`scanners (not built: ${missing.join(", ") || "nothing"})`, () => {
  let folder = "";
  let registry: Awaited<ReturnType<typeof localRegistry>>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "towpath-lint-"));
    registry = await localRegistry();
  });
  afterAll(async () => {
    await registry?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** An example's bundle, its published images locked with `towpath lock` against a registry that has their tags. */
  async function bundleOf(example: string): Promise<string> {
    const project = join(folder, example);
    cpSync(join(ROOT, "examples", example), project, { recursive: true });
    const file = join(project, "compose.yaml");
    for (const image of lockRequest({ files: [file], environment: {} }).images.values())
      await registry.put(`${image.registry}/${image.repository}`, image.tag);
    const mirrors = ["docker.io", "ghcr.io", "quay.io", "registry.k8s.io"].map(
      name => `--mirror=${name}=${registry.host}/${name}`,
    );
    expect(await towpath(["lock", file, ...mirrors])).toMatchObject({ code: 0, stderr: "" });
    const plan = planDocker({
      loaded: load({ files: [file] }),
      domain: "shop.example.com",
      acmeEmail: "ops@example.com",
      volumeSizeGb: 10,
    });
    const built = plan.images.flatMap(({ kind, service }) => (kind === "build" ? [service] : []));
    const digest = await registry.put("built/app", "1");
    const references = built.map(service => [service, `registry.example.com/${service}@${digest}`]);
    const bundle = join(folder, `${example}-bundle`);
    write(bundle, renderBundle(plan, Object.fromEntries(references)));
    return bundle;
  }

  it.each(EXAMPLES)(
    "have nothing at medium or above to say of examples/%s, and find no secret",
    async example => {
      const bundle = await bundleOf(example);
      expect(lint(join(bundle, "compose.yaml"))).toEqual([]);
      expect(secrets(bundle)).toEqual([]);
    },
  );

  it("would find a port on every interface, an image by tag, and a secret", () => {
    const port = '[{ target: 8080, published: "80", host_ip: "${TOWPATH_LISTEN}" }]';
    write(join(folder, "bad"), {
      "compose.yaml": `services:\n  web:\n    image: postgres:17\n    ports: ${port}\n`,
      ".env": `AWS_SECRET_ACCESS_KEY=${randomBytes(30).toString("base64").replace(/[+/]/g, "a")}\n`,
    });
    const findings = lint(join(folder, "bad/compose.yaml"), "0.0.0.0");
    expect(findings).toEqual(expect.arrayContaining(["CL-0005 web", "CL-0019 web"]));
    expect(secrets(join(folder, "bad"))).not.toEqual([]);
  });
});

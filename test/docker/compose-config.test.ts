import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { load } from "../../components/app/load/load";
import type { DockerPlan } from "../../components/workloads/docker/docker-plan";
import { planDocker } from "../../components/workloads/docker/plan";
import { renderBundle } from "../../components/workloads/docker/render-bundle";
import { builtTool, ROOT } from "../harness/equipment";
import { FEATURE_NAMES } from "../workloads/features/features";
import { outcomeOf } from "../workloads/features/outcome";

const CORPUS = resolve(ROOT, "../shared/compose-corpus/awesome-compose");
const DIGEST = `sha256:${"0".repeat(64)}`;

/** Apps of the corpus that no Docker host of towpath runs: they need the Docker socket or a wasm runtime. */
const REFUSED = ["portainer", "traefik-golang", "wasmedge-kafka-mysql", "wasmedge-mysql-nginx"];

/** `docker compose config` on what a Compose file becomes; the reason why it is refused, or nothing. */
function refusal(compose: string, binary: string): string {
  const loaded = load({ files: [compose] });
  return refusalOf(
    planDocker({ loaded, domain: "shop.example.com", acmeEmail: "ops@example.com", volumeSizeGb: 10 }),
    binary,
  );
}

function refusalOf(plan: DockerPlan, binary: string): string {
  const folder = mkdtempSync(join(tmpdir(), "towpath-compose-"));
  try {
    const built = plan.images.map(({ service }) => [service, `registry.example.com/app@${DIGEST}`]);
    const bundle = renderBundle(plan, Object.fromEntries(built));
    for (const [path, text] of Object.entries(bundle)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    // Environment files with secrets exist on the host alone.
    const options = ["config", "--quiet", "--no-env-resolution"];
    const { status, stderr } = spawnSync(binary, options, { cwd: folder, encoding: "utf8" });
    // A warning is a fault too: Compose warns about a variable that nothing sets.
    return status === 0 && stderr === "" ? "" : `exit code ${status}: ${stderr}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const compose = builtTool("compose");
describe.skipIf(compose === undefined)("docker compose config (needs .ci/compose/build)", () => {
  const binary = join(compose ?? "", "docker-compose");

  it.each(readdirSync(join(ROOT, "examples")).sort())("accepts what examples/%s becomes", name => {
    expect(refusal(join(ROOT, "examples", name, "compose.yaml"), binary)).toBe("");
  });

  it.each(FEATURE_NAMES)("accepts what the feature %s becomes, unless it is refused", name => {
    const { plan } = outcomeOf(name).docker;
    expect(plan === undefined ? "" : refusalOf(plan, binary)).toBe("");
  });

  it("refuses a file that is wrong", () => {
    const folder = mkdtempSync(join(tmpdir(), "towpath-compose-"));
    writeFileSync(join(folder, "compose.yaml"), "services: { web: { imagine: nginx } }\n");
    const { status } = spawnSync(binary, ["config", "--quiet"], { cwd: folder });
    rmSync(folder, { recursive: true, force: true });
    expect(status).not.toBe(0);
  });

  describe.skipIf(!existsSync(CORPUS))("awesome-compose (needs ../shared)", () => {
    const apps = existsSync(CORPUS) ? readdirSync(CORPUS, { withFileTypes: true }) : [];
    const names = apps.filter(app => app.isDirectory() && !REFUSED.includes(app.name)).map(app => app.name);

    it.each(names.sort())("accepts what %s becomes", name => {
      const folder = join(CORPUS, name);
      const file = readdirSync(folder).find(entry => /^(docker-)?compose\.ya?ml$/.test(entry));
      expect(refusal(join(folder, file ?? "compose.yaml"), binary)).toBe("");
    });
  });
});

// How long a rollout of examples/shop takes above what its containers themselves need, on real Docker: `npm run bench`
// prints it. Images are on the host already, since a pull measures the network.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { load } from "../../components/app/load/load";
import { bundleDigest } from "../../components/lib/bundle-digest";
import { planDocker } from "../../components/workloads/docker/plan";
import { renderBundle } from "../../components/workloads/docker/render-bundle";
import { DockerWorld, missingEquipment } from "../docker/harness/docker-world";
import type { Release } from "../docker/harness/release";
import { ROOT } from "../harness/equipment";
import { containerSeconds } from "./container-seconds";
import { timedRollout } from "./timed-rollout";

const missing = missingEquipment();
const RUNS = Number(process.env.BENCH_RUNS ?? 3);
/** Seconds a service may take above its containers' own time. */
const LIMIT = 3;
const IMAGE = "app.test/app:1";
const SECRETS = "/run/given";

/** The example with another program in its images: those of the registries cannot be had everywhere. */
const programs = (text: string) => `
services:
  web: &healthy
    command: [serve]
    environment: { TEXT: ${text} }
    healthcheck: { test: [CMD, /bin/app, healthy] }
  worker: *healthy
  migrate: { command: [exit, "0"], environment: { TEXT: ${text} } }
  db:
    image: ${IMAGE}
    command: [serve]
    environment: { TEXT: ${text} }
    healthcheck: { test: [CMD, /bin/app, healthy] }
`;

describe.skipIf(missing !== "")(`a rollout of examples/shop (missing: ${missing || "nothing"})`, () => {
  let world: DockerWorld;
  beforeAll(() => {
    world = new DockerWorld();
    world.loadImage(IMAGE);
    world.run(["sh", "-c", `mkdir -p ${SECRETS} && echo secret >${SECRETS}/db-password`]);
  });
  afterAll(() => world?.close());

  const release = (text: string): Release => {
    const override = join(world.folder, "override.yaml");
    writeFileSync(override, programs(text));
    const loaded = load({ files: [join(ROOT, "examples/shop/compose.yaml"), override] });
    const images = { web: IMAGE, worker: IMAGE, migrate: IMAGE };
    const files = renderBundle(planDocker({ loaded, volumeSizeGb: 10 }), images);
    const bundle = mkdtempSync(join(world.folder, "bundle-"));
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(bundle, path)), { recursive: true });
      writeFileSync(join(bundle, path), content);
    }
    return { bundle, digest: bundleDigest(files) };
  };

  it("is timed", async () => {
    await timedRollout(world, release("first"), SECRETS);
    const above: Record<string, number[]> = {};
    for (let run = 1; run <= RUNS; run += 1) {
      const start = new Date();
      const rollout = await timedRollout(world, release(`run ${run}`), SECRETS);
      for (const [service, seconds] of Object.entries(rollout.services)) {
        const own = containerSeconds(world, service, start);
        above[service] = [...(above[service] ?? []), seconds - own];
      }
      above["before the services"] = [...(above["before the services"] ?? []), rollout.before];
      above["after the services"] = [...(above["after the services"] ?? []), rollout.after];
    }
    const services = Object.keys(above).filter(name => !name.endsWith("the services"));
    expect(services.sort()).toEqual(["db", "migrate", "web", "worker"]);
    for (const [name, seconds] of Object.entries(above)) report(name, median(seconds));
    const all = Object.values(above).reduce((sum, seconds) => sum + median(seconds), 0);
    report("a service, of all above", all / services.length, LIMIT);
  });
});

function report(what: string, seconds: number, limit?: number): void {
  const over = limit !== undefined && seconds > limit ? "  OVER" : "";
  console.log(
    `rollout, ${what}: ${seconds.toFixed(2)} s${limit === undefined ? "" : `, limit ${limit}${over}`}`,
  );
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

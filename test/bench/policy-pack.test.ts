// What the policy pack adds to a preview of a thousand resources on the real engine: `npm run bench` prints it.
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compilePack } from "../engine/harness/policy-pack";
import { openCheckout, type Project } from "../engine/harness/project";
import { builtTool } from "../harness/equipment";

const RUNS = Number(process.env.BENCH_RUNS ?? 3);
/** How much of a preview's time the pack may add. */
const LIMIT = 0.25;
/** About three resources each on a cluster. */
const SERVICES = 310;
const COMPOSE = "examples/many/compose.yaml";

/** A pack of one rule that never speaks: what any pack costs. */
const EMPTY = {
  "PulumiPolicy.yaml": "name: empty\nruntime: nodejs\n",
  "package.json": JSON.stringify({ name: "empty", version: "0.1.0", main: "index.js" }),
  "index.js": `
    const { PolicyPack } = require("@pulumi/policy");
    const rule = { name: "none", description: "None", enforcementLevel: "advisory", validateResource: () => {} };
    new PolicyPack("empty", { policies: [rule] });
  `,
};

const service = (number: number) => `  service-${number}:
    image: docker.io/library/nginx:1.29@sha256:${"0".repeat(64)}
    user: "10001:10001"
    read_only: true
    healthcheck: { test: [CMD, "true"] }
    environment: { MODE: quiet, NUMBER: "${number}" }
    ports: ["${20_000 + number}:8080"]
`;

const title = "the policy pack on a thousand resources (needs .ci/engine/build)";
describe.skipIf(builtTool("engine") === undefined)(title, () => {
  let project: Project;
  let count = 0;
  let packs: Readonly<Record<string, readonly string[]>>;
  beforeAll(async () => {
    project = await openCheckout();
    const path = join(project.folder, COMPOSE);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `services:\n${Array.from({ length: SERVICES }, (_, at) => service(at)).join("")}`);
    const stack = await project.stack("prod");
    await stack.setConfig("towpath:compose[0]", { value: COMPOSE }, true);
    const empty = join(project.folder, "empty");
    mkdirSync(empty);
    for (const [name, text] of Object.entries(EMPTY)) writeFileSync(join(empty, name), text);
    packs = { none: [], empty: ["--policy-pack", empty], whole: ["--policy-pack", compilePack(project)] };
  });
  afterAll(() => project?.close());

  /** By the engine's own command line, as people run it. */
  const seconds = async (words: readonly string[]): Promise<number> => {
    const start = process.hrtime.bigint();
    const child = project.spawn("prod", ["preview", ...words]);
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", data => (said += String(data)));
    await once(child, "close");
    count = Number(/\+ (\d+) to create/.exec(said)?.[1]);
    expect(count, said).toBeGreaterThan(1000);
    return Number(process.hrtime.bigint() - start) / 1e9;
  };

  it("adds a quarter at most", async () => {
    const turns: Readonly<Record<string, number>>[] = [];
    // By turns, so that what else the machine does weighs on all; the first of each is left out.
    for (let turn = 0; turn <= RUNS; turn += 1) {
      const took: Record<string, number> = {};
      for (const [pack, words] of Object.entries(packs)) took[pack] = await seconds(words);
      turns.push(took);
    }
    const [none, empty, whole] = ["none", "empty", "whole"].map(pack =>
      median(turns.slice(1).map(took => took[pack] ?? 0)),
    );
    const added = (whole ?? 0) / (none ?? 0) - 1;
    console.log(
      `preview of ${count} resources: ${none?.toFixed(2)} s; with an empty policy pack ${empty?.toFixed(2)} s; ` +
        `with towpath's ${whole?.toFixed(2)} s; ${(added * 100).toFixed(0)} % more, limit ${LIMIT * 100} %` +
        (added > LIMIT ? "  OVER" : ""),
    );
  });
});

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

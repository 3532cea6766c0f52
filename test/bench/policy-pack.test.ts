// What the policy pack adds to a preview of a thousand resources on the real engine: `npm run bench` prints it.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Stack } from "@pulumi/pulumi/automation";
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

interface Timed {
  readonly took: number;
  readonly count: number;
}

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
  let stack: Stack;
  beforeAll(async () => {
    project = await openCheckout();
    const path = join(project.folder, COMPOSE);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `services:\n${Array.from({ length: SERVICES }, (_, at) => service(at)).join("")}`);
    stack = await project.stack("prod");
    await stack.setConfig("towpath:compose[0]", { value: COMPOSE }, true);
  });
  afterAll(() => project?.close());

  const seconds = async (policyPacks: string[]): Promise<Timed> => {
    const start = process.hrtime.bigint();
    const { changeSummary } = await stack.preview({ policyPacks });
    expect(changeSummary.create).toBeGreaterThan(1000);
    return { took: Number(process.hrtime.bigint() - start) / 1e9, count: changeSummary.create ?? 0 };
  };

  it("adds a quarter at most", async () => {
    const pack = compilePack(project);
    const pairs: (readonly [Timed, Timed])[] = [];
    // By turns, so that what else the machine does weighs on both; the first of each is left out.
    for (let turn = 0; turn <= RUNS; turn += 1)
      pairs.push([await seconds([]), await seconds([pack])] as const);
    const [without, within] = [0, 1].map(side => median(pairs.slice(1).map(pair => pair[side]?.took ?? 0)));
    const added = (within ?? 0) / (without ?? 0) - 1;
    console.log(
      `preview of ${pairs[0]?.[0].count} resources: ${without?.toFixed(2)} s; with the policy pack ` +
        `${within?.toFixed(2)} s; ${(added * 100).toFixed(0)} % more, limit ${LIMIT * 100} %` +
        (added > LIMIT ? "  OVER" : ""),
    );
  });
});

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

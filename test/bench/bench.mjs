// Prints how long the command takes beside what it is measured against: npm run bench [-- RUNS [NAME]].
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const runs = Number(process.argv[2] ?? 7);
const name = process.argv[3] ?? "";
if (!(runs >= 1)) throw new Error(`${process.argv[2]} is no number of runs: npm run bench [-- RUNS [NAME]]`);
const folder = mkdtempSync(join(tmpdir(), "towpath-bench-"));
const peak = join(folder, "peak");
const towpath = (...args) => [process.execPath, join(root, "cli/towpath.mjs"), ...args];
const node = code => [process.execPath, "-e", code];

/** What is measured, what it is measured against, and how many times longer it may take. */
const comparisons = [
  {
    what: "npm run preview (the dev stack)",
    command: ["npm", "run", "--silent", "preview", "--", "--out", join(folder, "out")],
    against: "require @pulumi/pulumi and @pulumi/aws",
    baseline: node("require('@pulumi/pulumi'); require('@pulumi/aws')"),
    limit: 2.5,
    // A policy finding is an answer too.
    answers: [0, 2],
  },
  {
    what: "check, one service",
    command: towpath("check", "examples/hello/compose.yaml"),
    against: "require yaml and zod",
    baseline: node("require('yaml'); require('zod')"),
    limit: 2,
  },
  ...["cost", "advise"].flatMap(verb =>
    ["dev", "staging", "prod"].map(stack => ({
      what: `${verb} (the ${stack} stack)`,
      command: towpath(verb, "--stack", stack),
      against: "check of its file",
      baseline: towpath("check", "examples/shop/compose.yaml"),
      limit: 2,
    })),
  ),
  {
    what: "check, 1000 services",
    command: towpath("check", services(1000)),
    against: "check, 100 services",
    baseline: towpath("check", services(100)),
    limit: 12,
  },
  {
    what: "render for Kubernetes, 300 services",
    command: render(300),
    against: "render for Kubernetes, 75 services",
    baseline: render(75),
    limit: 4,
    limitMiB: 512,
  },
];

/** Renders a file of so many services as manifests. */
function render(count) {
  const out = join(folder, `out-${count}`);
  return towpath("render", "--stack", "staging", "--compose", services(count), "--out", out);
}

/** A Compose file of so many services, each waiting for the one before. */
function services(count) {
  const numbers = [...Array(count).keys()];
  const service = number => [
    `  service-${number}:`,
    "    image: nginx:1.29",
    '    environment: { MODE: "quiet", API_TOKEN: "example" }',
    `    ports: ["${10_000 + number}:80"]`,
    `    volumes: ["data-${number}:/data"]`,
    ...(number === 0 ? [] : [`    depends_on: [service-${number - 1}]`]),
  ];
  const lines = ["services:", ...numbers.flatMap(service), "volumes:"];
  const path = join(folder, `${count}.yaml`);
  writeFileSync(path, [...lines, ...numbers.map(number => `  data-${number}: {}`), ""].join("\n"));
  return path;
}

/** Wall time in seconds, and the most memory that it had, MiB. */
function run([command, ...args], answers = [0]) {
  const start = process.hrtime.bigint();
  const env = {
    ...process.env,
    NODE_OPTIONS: `--require ${join(root, "test/bench/peak.cjs")}`,
    BENCH_PEAK: peak,
  };
  const options = { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28, env };
  const { status, stderr } = spawnSync(command, args, options);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (!answers.includes(status))
    throw new Error(`${command} ${args.join(" ")} ended with ${status}\n${stderr}`);
  return { seconds, mib: Number(readFileSync(peak, "utf8")) };
}

/** Runs of each that are left out: they make what later ones find in the cache. */
const WARMING = 3;

/** Both by turns, so that what else the machine does weighs on both. */
function compare({ what, command, against, baseline, limit, limitMiB, answers }) {
  const pairs = [];
  for (let turn = 0; turn < WARMING + runs; turn += 1) pairs.push([run(baseline), run(command, answers)]);
  const [before, after] = [0, 1].map(side => median(pairs.slice(WARMING).map(pair => pair[side].seconds)));
  const mib = Math.max(...pairs.map(([, { mib }]) => mib));
  const ratio = after / before;
  const over = ratio > limit || mib > (limitMiB ?? Number.POSITIVE_INFINITY);
  const memory = limitMiB === undefined ? "" : `; ${mib.toFixed(0)} MiB, limit ${limitMiB}`;
  console.log(
    `${what}: ${after.toFixed(2)} s; ${against}: ${before.toFixed(2)} s; ` +
      `ratio ${ratio.toFixed(2)}, limit ${limit}${memory}${over ? "  OVER" : ""}`,
  );
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

try {
  console.log(`medians of ${runs} runs, Node ${process.version}`);
  for (const comparison of comparisons.filter(({ what }) => what.startsWith(name))) compare(comparison);
  for (const equipped of ["rollout", "policy-pack"]) if (equipped.startsWith(name)) benchEquipped(equipped);
} finally {
  rmSync(folder, { recursive: true });
}

/** On real Docker or the real engine, with the tests' own equipment; says what it lacks where it is skipped. */
function benchEquipped(what) {
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const file = `test/bench/${what}.test.ts`;
  const options = ["--project", "bench", "--reporter=verbose", "--disable-console-intercept"];
  const env = { ...process.env, BENCH_RUNS: String(Math.min(runs, 3)) };
  const words = [vitest, "run", file, ...options];
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: "inherit", env });
  if (status !== 0) throw new Error(`the bench of the ${what} ended with ${status}`);
}

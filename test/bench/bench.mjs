// Prints how long the command takes beside what it is measured against: npm run bench [-- RUNS].
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const runs = Number(process.argv[2] ?? 7);
const folder = mkdtempSync(join(tmpdir(), "towpath-bench-"));
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
  {
    what: "check, 1000 services",
    command: towpath("check", services(1000)),
    against: "check, 100 services",
    baseline: towpath("check", services(100)),
    limit: 12,
  },
];

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

/** Wall time in seconds. */
function time([command, ...args], answers = [0]) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(command, args, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (!answers.includes(status))
    throw new Error(`${command} ${args.join(" ")} ended with ${status}\n${stderr}`);
  return seconds;
}

/** Both by turns, so that what else the machine does weighs on both; the first run of each is left out. */
function compare({ what, command, against, baseline, limit, answers }) {
  const times = [];
  for (let run = 0; run <= runs; run += 1) times.push([time(baseline), time(command, answers)]);
  const [before, after] = [0, 1].map(side => median(times.slice(1).map(pair => pair[side])));
  const ratio = after / before;
  console.log(
    `${what}: ${after.toFixed(2)} s; ${against}: ${before.toFixed(2)} s; ` +
      `ratio ${ratio.toFixed(2)}, limit ${limit}${ratio > limit ? "  OVER" : ""}`,
  );
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

try {
  console.log(`medians of ${runs} runs, Node ${process.version}`);
  for (const comparison of comparisons) compare(comparison);
} finally {
  rmSync(folder, { recursive: true });
}

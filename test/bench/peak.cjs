// Writes the most memory that this process had, MiB, into the file BENCH_PEAK.
const { writeFileSync } = require("node:fs");

process.on("exit", () =>
  writeFileSync(process.env.BENCH_PEAK, String(process.resourceUsage().maxRSS / 1024)),
);

// Sums up one Vitest JSON report: `node count.mjs REPORT` prints `PASSED FAILED SKIPPED` and, on stderr, the
// name of each test that did not pass. A report that is missing or holds no test is one failure.
import { readFileSync } from "node:fs";

const file = process.argv[2];
const count = { passed: 0, failed: 0, skipped: 0 };

function add(status, name) {
  count[status] += 1;
  if (status !== "passed") console.error(`  ${status}: ${name}`);
}

function read() {
  try {
    return JSON.parse(readFileSync(file, "utf8")).testResults;
  } catch (error) {
    add("failed", `no report: ${error.message}`);
    return [];
  }
}

for (const { name, status, assertionResults, message } of read()) {
  for (const test of assertionResults)
    add(["passed", "failed"].includes(test.status) ? test.status : "skipped", test.fullName);
  // A file that cannot be loaded has no tests, only a message.
  if (status === "failed" && !assertionResults.some(test => test.status === "failed"))
    add("failed", `${name}: ${message}`);
}
if (count.passed + count.failed + count.skipped === 0) add("failed", "the report holds no test");
console.log(`${count.passed} ${count.failed} ${count.skipped}`);

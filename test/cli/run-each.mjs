// Runs the command lines given as JSON in this one process; prints what each wrote and how it ended.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "../../cli/launch/bundle.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const { main } = createRequire(import.meta.url)(
  await bundle(root, join(root, "node_modules/.cache/towpath")),
);
const write = { stdout: process.stdout.write, stderr: process.stderr.write };

async function run(args) {
  const written = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"]) {
    process[stream].write = text => {
      written[stream] += text;
      return true;
    };
  }
  try {
    return { code: await main(args), ...written };
  } finally {
    for (const stream of ["stdout", "stderr"]) process[stream].write = write[stream];
  }
}

const results = [];
for (const args of JSON.parse(process.argv[2])) {
  const written = await run(args);
  results.push(written);
}
console.log(JSON.stringify(results));

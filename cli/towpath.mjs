#!/usr/bin/env node
// Starts the command line from one bundled file, which is made anew when a source file has changed.
import { existsSync, readFileSync, statSync } from "node:fs";
import module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, "node_modules", ".cache", "towpath");

/** The commands that run a stack's program or price it: they call most of the bundle, so its code is kept for them. */
const CODE_KEPT = ["preview", "cost", "advise"];

/** The bundle, when every file that it was made from is as it was then. */
function upToDateBundle() {
  try {
    const { bundle, inputs } = JSON.parse(readFileSync(join(cache, "manifest.json"), "utf8"));
    const fresh = Object.entries(inputs).every(([path, [changed, size]]) => {
      const now = statSync(`${root}/${path}`);
      return now.mtimeMs === changed && now.size === size;
    });
    return fresh && existsSync(join(cache, bundle)) ? join(cache, bundle) : undefined;
  } catch {
    return undefined;
  }
}

async function start() {
  if (!existsSync(join(root, "node_modules", "esbuild"))) {
    console.error(`towpath: its packages are not installed; run "npm ci" in ${root}`);
    return 1;
  }
  const bundle = upToDateBundle() ?? (await (await import("./launch/bundle.mjs")).bundle(root, cache));
  const args = process.argv.slice(2);
  if (!CODE_KEPT.includes(args[0])) {
    module.enableCompileCache?.(join(cache, "compiled"));
    return createRequire(import.meta.url)(bundle).main(args);
  }
  const { loadBundle } = await import("./launch/load-bundle.mjs");
  const { exports, keepCode } = loadBundle(bundle, args);
  try {
    return await exports.main(args);
  } finally {
    keepCode();
  }
}

try {
  process.exitCode = await start();
} catch (error) {
  console.error(`towpath: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 3;
}

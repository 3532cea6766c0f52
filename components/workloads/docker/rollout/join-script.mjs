// Joins script/*.sh into towpath-rollout.ts, so that the text travels with the program wherever it is bundled.
// Run it after a change: node components/workloads/docker/rollout/join-script.mjs
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "script");
const parts = readdirSync(folder).sort();
const text = parts.map(name => readFileSync(join(folder, name), "utf8")).join("");
const file = join(import.meta.dirname, "towpath-rollout.ts");
const comment = "/** The rollout script: `script/*.sh`, joined by `join-script.mjs`. */";
writeFileSync(file, `${comment}\nexport const TOWPATH_ROLLOUT = ${JSON.stringify(text)};\n`);
execFileSync("npx", ["biome", "format", "--write", file], { stdio: "ignore" });

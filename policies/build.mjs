// Compiles the policy pack into policies/dist, for `--policy-pack policies` or, by itself, `policies/dist`.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = join(here, "dist");

await mkdir(out, { recursive: true });
await build({
  entryPoints: [join(here, "index.ts")],
  outfile: join(out, "index.js"),
  bundle: true,
  platform: "node",
  target: "node20",
  external: ["@pulumi/*"],
  logLevel: "warning",
});
const manifest = JSON.parse(await readFile(join(here, "package.json"), "utf8"));
await writeFile(join(out, "package.json"), `${JSON.stringify({ ...manifest, main: "index.js" }, null, 2)}\n`);
await writeFile(join(out, "PulumiPolicy.yaml"), "name: towpath\nruntime: nodejs\nmain: index.js\n");
console.log(out);

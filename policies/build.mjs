// Compiles the policy pack into policies/dist, for `--policy-pack policies` and for `npm pack ./policies`.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const inHere = path => fileURLToPath(new URL(path, import.meta.url));

await build({
  entryPoints: [inHere("index.ts")],
  outfile: inHere("dist/index.js"),
  bundle: true,
  platform: "node",
  target: "node20",
  external: ["@pulumi/*"],
  logLevel: "warning",
});

// Compiles the policy pack into policies/dist, for `--policy-pack policies` and for `npm pack ./policies`.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { runnersSdk } from "./runners-sdk.mjs";

const inHere = path => fileURLToPath(new URL(path, import.meta.url));

await build({
  entryPoints: [inHere("index.ts")],
  outfile: inHere("dist/index.js"),
  bundle: true,
  platform: "node",
  target: "node20",
  external: ["@pulumi/pulumi"],
  plugins: [runnersSdk],
  banner: { js: "// With @pulumi/policy in it: Copyright Pulumi Corporation, licensed under Apache-2.0." },
  logLevel: "warning",
});

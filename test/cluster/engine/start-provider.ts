import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import type { Providers } from "../../engine/harness/providers";
import { ROOT } from "../../harness/equipment";

/**
 * Starts the stand-in for the Kubernetes provider, which hands objects to the kubectl of a folder; `folder` must
 * resolve the project's packages.
 */
export async function startClusterProvider(folder: string, kubectlFolder: string): Promise<Providers> {
  const outfile = join(folder, "provider.cjs");
  await build({
    entryPoints: [join(ROOT, "test/cluster/engine/serve.ts")],
    outfile,
    bundle: true,
    platform: "node",
    packages: "external",
    logLevel: "warning",
  });
  const { version } = createRequire(join(ROOT, "_"))("@pulumi/kubernetes/package.json");
  const child = spawn(process.execPath, [outfile, String(version).replace(/^v/, "")], {
    cwd: folder,
    env: { ...process.env, PATH: `${kubectlFolder}:${process.env.PATH}` },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [printed] = await once(child.stdout, "data");
  return { attach: `kubernetes:${Number(printed)}`, close: () => void child.kill() };
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "../../harness/equipment";

/** The packages whose resources towpath makes. */
const PACKAGES = ["aws", "command", "docker-build", "eks", "kubernetes"] as const;

export interface Providers {
  /** The value of PULUMI_DEBUG_PROVIDERS by which the engine attaches instead of looking for plugins. */
  readonly attach: string;
  close(): void;
}

/** Starts one simulated provider a package; `folder` must resolve the project's packages. */
export async function startProviders(folder: string): Promise<Providers> {
  const program = join(folder, "sim.cjs");
  await build({
    entryPoints: [join(ROOT, "test/engine/sim/serve.ts")],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "cjs",
    packages: "external",
    logLevel: "warning",
  });
  const children = PACKAGES.map(name => serve(program, folder, name));
  const close = () => {
    for (const child of children) child.kill();
  };
  try {
    const ports = await Promise.all(children.map(portOf));
    return { attach: PACKAGES.map((name, at) => `${name}:${ports[at]}`).join(","), close };
  } catch (error) {
    close();
    throw error;
  }
}

function serve(program: string, folder: string, name: string): ChildProcess {
  const { version } = createRequire(join(ROOT, "_"))(`@pulumi/${name}/package.json`);
  const plain = String(version).replace(/^v/, "");
  return spawn(process.execPath, [program, name, plain], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function portOf(child: ChildProcess): Promise<number> {
  if (child.stdout === null) throw new Error("a provider's output is not piped");
  const printed = once(child.stdout, "data").then(([data]) => Number(data));
  const ended = once(child, "close").then(([code]) => {
    throw new Error(`a simulated provider ended with exit code ${code} before it served`);
  });
  return Promise.race([printed, ended]);
}

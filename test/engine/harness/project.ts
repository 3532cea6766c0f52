import { type ChildProcess, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as auto from "@pulumi/pulumi/automation";
import { parse } from "yaml";
import { builtTool, ROOT } from "../../harness/equipment";
import type { JournalEntry } from "../sim/journal";
import { readJournal } from "../sim/read-journal";
import { compileProgram } from "./compile-program";
import { type Providers, startProviders } from "./providers";
import { stubKubectl } from "./stub-kubectl";

/** A Pulumi project in a folder of its own, with an empty state and simulated providers. */
export interface Project {
  readonly folder: string;
  /** The folder of programs that go before those of the machine. */
  readonly bin: string;
  /** Opens a stack with the settings that its file in the project has. */
  stack(name: string): Promise<auto.Stack>;
  /** Runs the engine's own command line on a stack; its process group is its own, so that it can be killed whole. */
  spawn(stack: string, words: readonly string[]): ChildProcess;
  /** What happened in the simulated account so far. */
  journal(): readonly JournalEntry[];
  /** Where the backend keeps the state of a stack, as it is at rest. */
  stateFile(stack: string): string;
  close(): void;
}

/** Everything of the checkout that a program run by `pulumi` needs. */
const SHIPPED = [
  "Pulumi.yaml",
  "Pulumi.dev.yaml",
  "Pulumi.staging.yaml",
  "Pulumi.prod.yaml",
  "package.json",
  "tsconfig.json",
  "tsconfig.pulumi.json",
  "index.ts",
  "components",
  "examples",
  "policies",
  "pricing",
];

/** What a project reaches outside of itself. */
export interface Outside {
  providers(folder: string): Promise<Providers>;
  /** The folder of its kubectl. */
  kubectl(folder: string): string;
}

const SIMULATED: Outside = { providers: startProviders, kubectl: stubKubectl };

/** The checkout itself as a project, copied so that a test may edit it. */
export function openCheckout(): Promise<Project> {
  return open(copyCheckout);
}

/** The checkout with its program as one file of JavaScript, which starts several times as fast as its TypeScript. */
export function openCompiled(outside = SIMULATED): Promise<Project> {
  return open(async folder => {
    copyCheckout(folder);
    await compileProgram(folder);
  }, outside);
}

function copyCheckout(folder: string): void {
  for (const path of SHIPPED) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
}

/** A project of the given files: path → text. */
export function openFiles(files: Readonly<Record<string, string>>): Promise<Project> {
  return open(folder => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });
}

async function open(fill: (folder: string) => void | Promise<void>, outside = SIMULATED): Promise<Project> {
  const engine = builtTool("engine");
  if (engine === undefined) throw new Error("the engine is not built: run .ci/engine/build");
  const folder = mkdtempSync(join(tmpdir(), "towpath-engine-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    await fill(folder);
    if (!existsSync(join(folder, "node_modules")))
      symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    mkdirSync(join(folder, ".state"));
    const providers = await outside.providers(folder);
    const close = () => {
      providers.close();
      remove();
    };
    const bin = outside.kubectl(folder);
    const environment = environmentOf(folder, providers, bin);
    return {
      folder,
      bin,
      stack: name => openStack(folder, dirname(engine), environment, name),
      spawn: (stack, words) =>
        spawn(join(engine, "pulumi"), [...words, "--stack", stack, "--non-interactive"], {
          cwd: folder,
          env: { ...process.env, ...environment, PATH: `${engine}:${environment.PATH}` },
          detached: true,
          stdio: ["ignore", "pipe", "pipe"],
        }),
      journal: () => readJournal(folder),
      stateFile: name => join(folder, ".state/.pulumi/stacks", projectName(folder), `${name}.json`),
      close,
    };
  } catch (error) {
    remove();
    throw error;
  }
}

function projectName(folder: string): string {
  const { name }: { name: string } = parse(readFileSync(join(folder, "Pulumi.yaml"), "utf8"));
  return name;
}

function environmentOf(folder: string, providers: Providers, bin: string): Record<string, string> {
  return {
    PATH: `${bin}:${process.env.PATH}`,
    // Without the files beside the state, which a kill leaves half written (docs/cli.md, recover).
    PULUMI_BACKEND_URL: `file://${join(folder, ".state")}?metadata=skip`,
    PULUMI_CONFIG_PASSPHRASE: "simulated",
    PULUMI_DEBUG_PROVIDERS: providers.attach,
    PULUMI_HOME: join(folder, ".home"),
    PULUMI_SKIP_UPDATE_CHECK: "true",
  };
}

async function openStack(folder: string, root: string, envVars: Record<string, string>, stackName: string) {
  const pulumiCommand = await auto.PulumiCommand.get({ root });
  return auto.LocalWorkspace.createOrSelectStack(
    { stackName, workDir: folder },
    { workDir: folder, pulumiCommand, envVars },
  );
}

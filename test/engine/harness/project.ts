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
import { type Providers, startProviders } from "./providers";

/** A Pulumi project in a folder of its own, with an empty state and simulated providers. */
export interface Project {
  readonly folder: string;
  /** Opens a stack with the settings that its file in the project has. */
  stack(name: string): Promise<auto.Stack>;
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

/** The checkout itself as a project, copied so that a test may edit it. */
export function openCheckout(): Promise<Project> {
  return open(folder => {
    for (const path of SHIPPED) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  });
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

async function open(fill: (folder: string) => void): Promise<Project> {
  const engine = builtTool("engine");
  if (engine === undefined) throw new Error("the engine is not built: run .ci/engine/build");
  const folder = mkdtempSync(join(tmpdir(), "towpath-engine-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    fill(folder);
    if (!existsSync(join(folder, "node_modules")))
      symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    mkdirSync(join(folder, ".state"));
    const providers = await startProviders(folder);
    const close = () => {
      providers.close();
      remove();
    };
    return {
      folder,
      stack: name => openStack(folder, dirname(engine), providers, name),
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

async function openStack(folder: string, root: string, providers: Providers, stackName: string) {
  const envVars = {
    PULUMI_BACKEND_URL: `file://${join(folder, ".state")}`,
    PULUMI_CONFIG_PASSPHRASE: "simulated",
    PULUMI_DEBUG_PROVIDERS: providers.attach,
    PULUMI_HOME: join(folder, ".home"),
    PULUMI_SKIP_UPDATE_CHECK: "true",
  };
  const pulumiCommand = await auto.PulumiCommand.get({ root });
  return auto.LocalWorkspace.createOrSelectStack(
    { stackName, workDir: folder },
    { workDir: folder, pulumiCommand, envVars },
  );
}

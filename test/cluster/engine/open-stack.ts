import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as auto from "@pulumi/pulumi/automation";
import { builtTool, ROOT } from "../../harness/equipment";
import { programs } from "../harness/cluster";
import { startClusterProvider } from "./start-provider";

/** A stack on the test cluster. */
export interface ClusterStack {
  readonly stack: auto.Stack;
  close(): void;
}

/** Opens a stack of an inline program, whose objects go to the test cluster: to the kubectl of a folder. */
export async function openStack(
  program: () => Promise<void>,
  kubectlFolder: string = programs ?? "",
): Promise<ClusterStack> {
  const engine = builtTool("engine");
  if (engine === undefined) throw new Error("the engine is not built: run .ci/engine/build");
  const folder = mkdtempSync(join(tmpdir(), "towpath-cluster-"));
  for (const name of ["work", "state", "home"]) mkdirSync(join(folder, name));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  const { attach, close: stop } = await startClusterProvider(folder, kubectlFolder);
  const stack = await auto.LocalWorkspace.createOrSelectStack(
    { stackName: "test", projectName: "bookshop", program },
    {
      workDir: join(folder, "work"),
      pulumiCommand: await auto.PulumiCommand.get({ root: dirname(engine) }),
      envVars: {
        PULUMI_BACKEND_URL: `file://${join(folder, "state")}`,
        PULUMI_CONFIG_PASSPHRASE: "for tests",
        PULUMI_DEBUG_PROVIDERS: attach,
        PULUMI_HOME: join(folder, "home"),
        PULUMI_SKIP_UPDATE_CHECK: "true",
      },
    },
  );
  const close = () => {
    stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { stack, close };
}

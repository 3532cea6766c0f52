import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Stack } from "@pulumi/pulumi/automation";
import { stringify } from "yaml";
import type { Project } from "../../engine/harness/project";
import { ROOT } from "../../harness/equipment";

const STAND_INS = "test/cluster/app/stand-ins.yaml";

/**
 * A stack of the target `cluster` with an example on the test cluster, beside which `cluster` says what more is set
 * of it. Images that are built have stand-ins.
 */
export async function exampleStack(
  project: Project,
  name: string,
  example: string,
  cluster: Readonly<Record<string, unknown>>,
): Promise<Stack> {
  copyFileSync(join(ROOT, STAND_INS), join(project.folder, "stand-ins.yaml"));
  const file = `examples/${example}/compose.yaml`;
  const config = {
    "towpath:target": "cluster",
    "towpath:compose": example === "shop" ? [file, "stand-ins.yaml"] : [file],
    "towpath:cluster": { kubeconfig: process.env.KUBECONFIG, ...cluster },
  };
  writeFileSync(join(project.folder, `Pulumi.${name}.yaml`), stringify({ config }));
  const stack = await project.stack(name);
  await stack.setConfig("towpath:secrets.db-password", { value: "correct horse", secret: true }, true);
  return stack;
}

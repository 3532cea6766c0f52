// Every machine's user data, of every stack of the checkout with every example, by cloud-init's own schema.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { userDataFiles } from "../../cli/artefacts/user-data-files";
import { ROOT } from "../harness/equipment";
import { runStack } from "../harness/run-stack";

const cloudInit = spawnSync("cloud-init", ["--version"]).status === 0;
const examples = readdirSync(join(ROOT, "examples")).sort();

/** By stack, the machines that cloud-init sets up. */
const MACHINES: Readonly<Record<string, readonly string[]>> = {
  dev: ["host-machine-instance"],
  staging: ["k3s-pool-spot-template", "k3s-servers-first"],
  // Its nodes are set up by nodeadm, which has a format of its own.
  prod: [],
};

/** What cloud-init says of a cloud-config that is not valid; empty when it is. */
function complaints(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "user-data-"));
  try {
    const file = join(folder, "user-data");
    writeFileSync(file, text);
    const { status, stdout, stderr } = spawnSync("cloud-init", ["schema", "-c", file], { encoding: "utf8" });
    return status === 0 && !/invalid|deprecat/i.test(stdout + stderr) ? "" : stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(!cloudInit)("cloud-init's schema (needs cloud-init)", () => {
  const cases = Object.keys(MACHINES).flatMap(stack => examples.map(example => ({ stack, example })));

  it.each(cases)(
    "accepts the machines of the stack $stack with examples/$example",
    async ({ stack, example }) => {
      const resources = await runStack(stack, [join(ROOT, "examples", example, "compose.yaml")]);
      const written = userDataFiles(resources);
      const files = written.filter(({ content }) => !content.includes("node.eks.aws"));
      expect(files.map(({ path }) => path)).toEqual(MACHINES[stack]?.map(name => `user-data/${name}.yaml`));
      expect(written).not.toEqual([]);
      for (const { path, content } of files) expect(complaints(content), path).toBe("");
    },
  );

  it("refuses what is not valid", () => {
    expect(complaints("#cloud-config\nwrite_files: [{ path: 7 }]\n")).not.toBe("");
  });
});

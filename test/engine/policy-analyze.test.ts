import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { builtTool } from "../harness/equipment";
import { compilePack } from "./harness/policy-pack";
import { openCheckout, type Project } from "./harness/project";
import { OUTSIDE } from "./sim/changed-outside";

/** Judges what is deployed by the pack, from the state alone. */
async function analyze(
  project: Project,
  stack: string,
  pack: string,
): Promise<{ code: number; said: string }> {
  const child = project.spawn(stack, ["policy", "analyze", "--policy-pack", pack]);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", data => (said += String(data)));
  const code = await new Promise<number>(done => child.on("close", status => done(status ?? 1)));
  return { code, said };
}

const title = "pulumi policy analyze (needs .ci/engine/build)";
describe.skipIf(builtTool("engine") === undefined)(title, () => {
  let project: Project;
  beforeEach(async () => {
    project = await openCheckout();
  });
  afterEach(() => project?.close());

  it("judges what is deployed, and finds what somebody changed by hand", async () => {
    const stack = await project.stack("dev");
    await stack.setConfig("towpath:secrets.db-password", { value: "canary-31b7", secret: true }, true);
    // Without the stack's configuration, which Pulumi tells no pack here, the levels are those of prod.
    await stack.setConfig("towpath:environment", { value: "prod" });
    await stack.up();
    const pack = compilePack(project);

    const good = await analyze(project, "dev", pack);
    expect(good.said).not.toContain("[mandatory]");
    expect(good.said).toMatch(/\[advisory\] +egress-limited/);
    expect(good.code).toBe(0);

    const meddled = { "aws:ec2/instance:Instance": { metadataOptions: { httpTokens: "optional" } } };
    writeFileSync(join(project.folder, OUTSIDE), JSON.stringify(meddled));
    await stack.refresh();
    const bad = await analyze(project, "dev", pack);
    expect(bad.said).toMatch(/\[mandatory\] +instance-metadata-v2/);
    expect(bad.code).not.toBe(0);
  });
});

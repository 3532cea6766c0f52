// Boards of a K3s cluster on the real engine: what goes and comes in which order, and what the state may hold.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Stack } from "@pulumi/pulumi/automation";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { builtTool } from "../harness/equipment";
import { openCompiled, type Project } from "./harness/project";
import { textOf, touchedBy } from "./harness/touched";
import { changes, openCombination } from "./ladder/climb";
import type { JournalEntry } from "./sim/journal";

const KEY = "canary-of-the-private-key";
const PI = { name: "pi", address: "203.0.113.7", hostKey: "ssh-ed25519 AAAA", labels: { place: "cellar" } };
const OLD = { name: "old", address: "203.0.113.8", hostKey: "ssh-ed25519 BBBB", architecture: "arm" };
const LATER = "v1.36.5+k3s1";

const title = "boards of a K3s cluster on the real engine (needs .ci/engine/build)";
describe.skipIf(builtTool("engine") === undefined)(title, () => {
  let project: Project;
  beforeEach(async () => {
    project = await openCompiled();
  });
  afterEach(() => project?.close());

  it("join after the servers are ready, register anew for other labels, and are forgotten once they have left", async () => {
    const stack = await openCombination(project, {
      stack: "boards",
      settings: { target: "k3s", k3s: { edge: [PI, OLD] } },
    });
    await stack.setConfig("towpath:sshPrivateKey", { value: KEY, secret: true });
    await stack.up();
    const state = readFileSync(project.stateFile("boards"), "utf8");
    for (const secret of [KEY, "what stands encrypted"]) expect(state).not.toContain(secret);
    expect(changes(await stack.preview({ expectNoChanges: true }))).toEqual([]);
    const made = ended(project.journal(), /Association|-board-|Deployment::app-/);
    const joined = made.findLastIndex(line => line.endsWith("-join"));
    expect(made.findIndex(line => line.includes("k3s-ready"))).toBeLessThan(
      made.findIndex(line => line.endsWith("-join")),
    );
    expect(joined).toBeLessThan(made.findIndex(line => line.includes(" app-")));

    const relabelled = { ...PI, labels: { place: "attic" } };
    expect(await after(project, stack, { edge: [relabelled, OLD] })).toEqual([
      "delete k3s-board-pi-forget",
      "create k3s-board-pi-forget",
      "update k3s-board-pi-join",
    ]);
    expect(await after(project, stack, { edge: [relabelled, { ...OLD, port: 2222 }] })).toEqual([
      "update k3s-board-old-join",
    ]);
    expect(await after(project, stack, { edge: [relabelled] })).toEqual([
      "delete k3s-board-old-join",
      "delete k3s-board-old-forget",
    ]);
    expect(await after(project, stack, { edge: [relabelled], version: LATER })).toEqual([
      "update k3s-board-pi-join",
    ]);
    const before = project.journal().length;
    await stack.destroy();
    const gone = ended(project.journal().slice(before), /-board-|ec2\/instance/);
    expect(gone).toEqual([
      "delete k3s-board-pi-join",
      "delete k3s-board-pi-forget",
      "delete k3s-servers-first",
    ]);
  });

  it("leave the rest of a cluster as it is when the first comes and when the last goes", async () => {
    const stack = await openCombination(project, { stack: "boards", settings: { target: "k3s" } });
    await stack.up();
    const others = [
      "update aws:ec2/securityGroup:SecurityGroup k3s-firewall-nodes",
      "update aws:ec2/securityGroup:SecurityGroup k3s-firewall-servers",
      // Its pods would run on any node.
      "update kubernetes:helm.sh/v3:Release addons-aws-ebs-csi-driver-release",
    ];
    for (const edge of [[PI], []]) {
      write(project, { edge });
      const touched = (await touchedBy(onEvent => stack.up({ onEvent }))).map(textOf);
      expect(touched.filter(line => !/-board-|EdgeNode/.test(line))).toEqual(others);
    }
  });
});

function write(project: Project, k3s: Readonly<Record<string, unknown>>): void {
  const path = join(project.folder, "Pulumi.boards.yaml");
  const { config, ...rest } = parse(readFileSync(path, "utf8"));
  writeFileSync(path, stringify({ ...rest, config: { ...config, "towpath:k3s": k3s } }));
}

/** What an update with other settings did to boards, in order. */
async function after(
  project: Project,
  stack: Stack,
  k3s: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const before = project.journal().length;
  write(project, k3s);
  await stack.up();
  return ended(project.journal().slice(before), /-board-/);
}

/** What came to an end, as `op name`. */
function ended(journal: readonly JournalEntry[], urns: RegExp): readonly string[] {
  return journal
    .filter(({ at, urn }) => at === "end" && urns.test(urn))
    .map(({ op, urn }) => `${op} ${urn.split("::").at(-1)}`);
}

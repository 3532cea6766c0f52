import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtTool, ROOT } from "../harness/equipment";
import { documentedStacks, previewsOf } from "../harness/previews";
import { ACCEPTED, type Finding, isAccepted } from "./iam-exceptions";

/** A policy of an identity: what a controller, a node or a host may do. */
interface Policy {
  readonly name: string;
  readonly text: string;
}

const tool = builtTool("iam-lint");
const skipped = tool === undefined ? " (skipped: run .ci/iam-lint/build)" : "";
const STACKS = ["dev", "staging", "prod"].map(name =>
  readFileSync(resolve(ROOT, `Pulumi.${name}.yaml`), "utf8"),
);

/** The policies of every default stack and every documented option, each text once. */
async function policies(): Promise<readonly Policy[]> {
  const found = new Map<string, Policy>();
  for (const { code, stdout, stderr } of await previewsOf([...STACKS, ...documentedStacks()])) {
    expect([code, stderr]).toEqual([0, ""]);
    const { resources }: { resources: readonly Preview[] } = JSON.parse(stdout);
    for (const { type, name, inputs } of resources)
      if (["aws:iam/rolePolicy:RolePolicy", "aws:iam/policy:Policy"].includes(type))
        found.set(String(inputs.policy), { name, text: String(inputs.policy) });
  }
  return [...found.values()];
}

interface Preview {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

describe("the IAM policies of all stacks", () => {
  let folder = "";
  let all: readonly Policy[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "towpath-iam-"));
    all = await policies();
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("are there for every controller", () => {
    const names = all.map(({ name }) => name).join();
    for (const part of ["autoscaler", "ebs-csi", "efs-csi", "karpenter", "flow-logs", "k3s-server", "host"])
      expect(names).toContain(part);
  });

  it("allow no wildcard action", () => {
    for (const { name, text } of all)
      for (const { Effect, Action } of JSON.parse(text).Statement)
        if (Effect === "Allow") expect([Action].flat().join(), name).not.toMatch(/\*/);
  });

  it("fit into a role, which holds 10,240 characters of them", () => {
    for (const { name, text } of all) expect(text.length, name).toBeLessThan(10_240);
  });

  it("change nothing of everything but by a condition", () => {
    const reading =
      /:(Describe|Get|List|BatchGet|BatchCheck)|ssmmessages:|ec2messages:|UpdateInstanceInformation$/;
    for (const { name, text } of all)
      for (const { Effect, Action, Resource, Condition } of JSON.parse(text).Statement)
        if (Effect === "Allow" && [Resource].flat().includes("*") && Condition === undefined)
          for (const action of [Action].flat()) expect(action, name).toMatch(reading);
  });

  it.skipIf(tool === undefined)(`have no finding of the linter's but those with a reason${skipped}`, () => {
    const findings = lint(join(folder, "all"), all);
    expect(findings.filter(one => !isAccepted(one))).toEqual([]);
    for (const exception of ACCEPTED)
      expect(
        findings.some(one => isAccepted(one, [exception])),
        exception.because,
      ).toBe(true);
  });

  it.skipIf(tool === undefined)(`would have one for an action that does not exist${skipped}`, () => {
    const text = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: ["autoscaling:SetSize"], Resource: ["*"] }],
    });
    expect(lint(join(folder, "broken"), [{ name: "broken", text }]).map(({ issue }) => issue)).toContain(
      "UNKNOWN_ACTION",
    );
  });
});

function lint(folder: string, all: readonly Policy[]): readonly Finding[] {
  mkdirSync(folder);
  for (const [index, { name, text }] of all.entries())
    writeFileSync(join(folder, `${index}-${name}.json`), text);
  const args = ["--directory", folder, "--include_policy_extension", "json", "--json"];
  const { stdout, stderr, error } = spawnSync(join(tool ?? "", "parliament"), args, {
    encoding: "utf8",
    // It takes whatever is piped to it for one more policy.
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (error !== undefined) throw error;
  expect(stderr).toBe("");
  return stdout
    .split("\n")
    .filter(line => line.startsWith("{"))
    .map(line => {
      const { issue, severity, detail, location } = JSON.parse(line);
      return {
        policy: basename(String(location?.filepath)),
        issue,
        severity,
        detail: JSON.stringify(detail),
      };
    });
}

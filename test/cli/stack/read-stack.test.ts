import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readStack, type StackRequest } from "../../../cli/stack/read-stack";
import { formatIssue, InvalidInput } from "../../../components/lib/issues";

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "towpath-stack-"));
  writeFileSync(join(directory, "Pulumi.yaml"), "name: towpath\nruntime: nodejs\n");
});
afterEach(() => rmSync(directory, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(directory, name), text);
const read = (request: Partial<StackRequest> = {}) =>
  readStack({ directory, stack: "dev", compose: [], overrides: [], ...request });

function problems(request: Partial<StackRequest> = {}): string[] {
  try {
    read(request);
  } catch (error) {
    if (error instanceof InvalidInput) return error.issues.map(formatIssue);
    throw error;
  }
  return [];
}

describe("readStack", () => {
  it("reads config as it is written and as the engine passes it", () => {
    write(
      "Pulumi.dev.yaml",
      "config:\n  aws:region: us-east-1\n  target: docker\n  towpath:compose: [a.yaml]\n  towpath:volumeSizeGb: 5\n",
    );
    expect(read()).toEqual({
      stack: "dev",
      project: "towpath",
      raw: {
        "aws:region": "us-east-1",
        "towpath:target": "docker",
        "towpath:compose": ["a.yaml"],
        "towpath:volumeSizeGb": 5,
      },
      config: {
        "aws:region": "us-east-1",
        "towpath:target": "docker",
        "towpath:compose": '["a.yaml"]',
        "towpath:volumeSizeGb": "5",
      },
      secretKeys: [],
    });
  });

  it("puts a placeholder where a value is encrypted", () => {
    write(
      "Pulumi.dev.yaml",
      "config:\n  towpath:kubeconfig:\n    secure: v1:canary\n  towpath:secrets:\n    db: {secure: v1:canary}\n    plain: x\n",
    );
    const { config, secretKeys } = read();
    expect(config).toEqual({
      "towpath:kubeconfig": "[secret]",
      "towpath:secrets": '{"db":"[secret]","plain":"x"}',
    });
    expect(secretKeys).toEqual(["towpath:kubeconfig", "towpath:secrets"]);
  });

  it("lets the command line win", () => {
    write("Pulumi.dev.yaml", "config:\n  towpath:compose: [a.yaml]\n  towpath:target: docker\n");
    const { raw } = read({ compose: ["b.yaml", "c.yaml"], overrides: ["target=k3s", "compose=[x.yaml]"] });
    expect(raw).toEqual({ "towpath:compose": ["b.yaml", "c.yaml"], "towpath:target": "k3s" });
  });

  it("takes a stack file without config for an empty one", () => {
    write("Pulumi.dev.yaml", "");
    expect(read().raw).toEqual({});
    write("Pulumi.dev.yaml", "config:\n");
    expect(read().raw).toEqual({});
  });

  it("names the other stacks when there is none of that name", () => {
    write("Pulumi.prod.yaml", "");
    write("Pulumi.staging.yaml", "");
    expect(problems({ stack: "live" })).toEqual([
      "--stack: there is no Pulumi.live.yaml; write it, or name prod or staging",
    ]);
    expect(problems({ stack: "prd" })).toEqual(["--stack: there is no Pulumi.prd.yaml; did you mean prod?"]);
  });

  it.each(["../dev", "..", "", "a/b", "a b"])("refuses %j as a stack's name", stack => {
    expect(problems({ stack })).toEqual(["--stack: not a stack's name; write letters, digits, -, _ and ."]);
  });

  it("shows where a stack file is not YAML", () => {
    write("Pulumi.dev.yaml", "config:\n  a: [1\nb: 2\n");
    try {
      read();
      expect.unreachable();
    } catch (error) {
      const [issue] = error instanceof InvalidInput ? error.issues : [];
      expect(issue).toMatchObject({
        path: "Pulumi.dev.yaml",
        at: { file: join(directory, "Pulumi.dev.yaml") },
      });
      expect(issue?.at?.line).toBeGreaterThan(1);
    }
  });

  it.each(["[]", "config: 3", "just text"])("refuses a stack file that says %j", text => {
    write("Pulumi.dev.yaml", text);
    expect(problems()[0]).toMatch(/^Pulumi\.dev\.yaml.*: not a mapping; write keys and values$/);
  });

  it("asks for the project's folder", () => {
    rmSync(join(directory, "Pulumi.yaml"));
    expect(problems()).toEqual([
      "Pulumi.yaml: no project's name in it; run towpath in the folder of its Pulumi.yaml",
    ]);
  });

  it("leaves out what belongs to other targets when the command line names another one", () => {
    write(
      "Pulumi.dev.yaml",
      "config:\n  target: docker\n  towpath:docker: {keepReleases: 3}\n  towpath:network: {nat: single}\n  towpath:colour: red\n",
    );
    const keys = (...overrides: string[]) => Object.keys(read({ overrides }).raw);
    const shared = ["towpath:target", "towpath:network", "towpath:colour"];
    expect(keys("target=k3s")).toEqual(shared);
    // A key that no target has is still there to be complained of, and so is one that was asked for.
    expect(keys("target=cluster")).toEqual(["towpath:target", "towpath:colour"]);
    expect(keys("target=k3s", "docker.keepReleases=5")).toEqual([...shared, "towpath:docker"]);
    expect(keys("target=docker")).toContain("towpath:docker");
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseSettings } from "../../components/settings/parse";
import { problems } from "../harness/settings-problems";

const ROOT = join(__dirname, "../..");

describe("parseSettings", () => {
  it.each([
    ["dev", "docker"],
    ["staging", "k3s"],
    ["prod", "eks"],
  ])("accepts the shipped %s stack as %s", (stack, target) => {
    const file = parse(readFileSync(join(ROOT, `Pulumi.${stack}.yaml`), "utf8"));
    const settings = parseSettings(file.config, stack);
    expect(settings).toMatchObject({ target, environment: stack, region: "us-east-1" });
  });

  it("fills in defaults for a target alone", () => {
    expect(parseSettings({ "towpath:target": "docker" }, "mine")).toMatchObject({
      environment: "dev",
      compose: ["compose.yaml"],
      docker: { host: { kind: "ec2", instanceType: "t4g.small", rootDiskGb: 20 }, keepReleases: 5 },
      registry: { kind: "ecr" },
    });
  });

  it("reads values as the engine passes them, as JSON text", () => {
    const settings = parseSettings(
      {
        "towpath:target": "docker",
        "towpath:compose": '["a.yaml"]',
        "towpath:docker": '{"keepReleases":3}',
        "towpath:volumeSizeGb": "25",
      },
      "dev",
    );
    expect(settings).toMatchObject({ compose: ["a.yaml"], volumeSizeGb: 25, docker: { keepReleases: 3 } });
  });

  it.each([
    [{ copyTo: "s3:/backups" }, "towpath:docker.backups.copyTo"],
    [{ copyTo: "/mnt/with space" }, "towpath:docker.backups.copyTo"],
    [{ copyTo: "/mnt/$(reboot)" }, "towpath:docker.backups.copyTo"],
    [{ copyTo: "s3://backups" }, "towpath:docker.backups.copyTo: the instance's role reaches"],
    [{ endpoint: "https://s3.example.com" }, "towpath:docker.backups.endpoint: says where"],
    [{ drill: "weekly" }, "towpath:docker.backups.drill: not a cron expression"],
  ])("refuses backups %j", (backups, problem) => {
    expect(problems({ "towpath:target": "docker", "towpath:docker": { backups } }).join()).toContain(problem);
  });

  describe("of a cluster's namespace", () => {
    const raw = { "towpath:target": "cluster" };

    it("give nobody a role, and a quota with as much room again, where they say nothing", () => {
      const usual = { team: { view: [], edit: [] }, quota: { headroomPercent: 100 } };
      expect(parseSettings(raw, "dev")).toMatchObject(usual);
    });

    it("are taken as they are", () => {
      const given = { "towpath:team": { view: ["support"] }, "towpath:quota": { headroomPercent: 0 } };
      expect(parseSettings({ ...raw, ...given }, "dev")).toMatchObject({
        team: { view: ["support"], edit: [] },
        quota: { headroomPercent: 0 },
      });
      expect(parseSettings({ ...raw, "towpath:quota": false }, "dev")).toMatchObject({ quota: false });
    });

    it.each([
      [
        { "towpath:team": { view: ["system:masters"] } },
        "towpath:team.view[0]: not a team's group; write the name",
      ],
      [{ "towpath:team": { edit: ["two words"] } }, "towpath:team.edit[0]: not a team's group"],
      [{ "towpath:team": { edits: ["a"] } }, "towpath:team.edits: unknown key; did you mean edit?"],
      [
        { "towpath:quota": { headroomPercent: 1001 } },
        "towpath:quota.headroomPercent: too large; write at most 1000",
      ],
      [
        { "towpath:quota": { headroomPercent: -1 } },
        "towpath:quota.headroomPercent: too small; write at least 0",
      ],
      [{ "towpath:quota": true }, "towpath:quota"],
      [{ "towpath:namespace": "Mine" }, "towpath:namespace: not a namespace name"],
    ])("are refused: %j", (given, problem) => {
      const found = problems({ ...raw, ...given });
      expect(found).toHaveLength(1);
      expect(found[0]).toContain(problem);
    });

    it("are none of a Docker host", () =>
      expect(problems({ "towpath:target": "docker", "towpath:quota": false }).join()).toContain(
        "towpath:quota",
      ));
  });

  it("refuses a bucket of the stack for a host over SSH", () => {
    const host = { kind: "ssh", address: "pi", hostKey: "pi ssh-ed25519 AAAA" };
    const docker = { host, backups: { copyTo: "bucket" } };
    expect(problems({ "towpath:target": "docker", "towpath:docker": docker }).join()).toContain(
      "has no bucket",
    );
  });

  it("names every secret and keeps no value", () => {
    const settings = parseSettings(
      { "towpath:target": "docker", "towpath:secrets": { db: { secure: "v1:canary" }, api: "canary" } },
      "dev",
    );
    expect(settings.secretNames).toEqual(["api", "db"]);
    expect(JSON.stringify(settings)).not.toContain("canary");
  });

  it("ignores what other programs keep in the same file", () => {
    expect(problems({ "towpath:target": "docker", "other:key": 1 })).toEqual([]);
  });

  it("lists all problems at once, each with what to write", () => {
    const raw = {
      "towpath:target": "docker",
      "towpath:volumeSizeGb": 0,
      "towpath:domain": "not a domain",
      "towpath:dockr": {},
      "aws:region": "mars",
      "towpath:docker": {
        host: { kind: "ec2", instancType: "t4g.small", rootDiskGb: "big" },
        keepReleases: 99,
      },
    };
    expect(problems(raw).sort()).toEqual([
      "aws:region: not an AWS region; write for example us-east-1",
      "towpath:docker.host.instancType: unknown key; did you mean instanceType?",
      "towpath:docker.host.rootDiskGb: not a number; write a number",
      "towpath:docker.keepReleases: too large; write at most 50",
      "towpath:dockr: unknown key; did you mean docker?",
      "towpath:domain: not a domain name; write for example example.com",
      "towpath:volumeSizeGb: too small; write at least 1",
    ]);
  });

  it("tells what else is wrong when the target does not exist", () => {
    const raw = {
      "towpath:target": "swarm",
      "towpath:volumeSizeGb": 0,
      "towpath:dockr": {},
      "towpath:docker": {},
    };
    expect(problems(raw).sort()).toEqual([
      "towpath:dockr: unknown key; did you mean docker?",
      "towpath:target: not a value it can take; write docker, k3s, eks or cluster",
      "towpath:volumeSizeGb: too small; write at least 1",
    ]);
  });

  it.each([
    [{}, "towpath:target: missing; write docker, k3s, eks or cluster"],
    [
      { "towpath:target": "swarm" },
      "towpath:target: not a value it can take; write docker, k3s, eks or cluster",
    ],
    [
      { "towpath:target": "docker", "towpath:domain": "example.com" },
      "towpath:acmeEmail: missing, while a domain asks for certificates; write the e-mail address that the certificate authority may warn",
    ],
    [
      { "towpath:target": "eks" },
      'towpath:eks.endpoint.cidrs: empty, while the endpoint is public; write who may reach the API server, for example ["203.0.113.0/24"], or set public to false',
    ],
    [
      {
        "towpath:target": "k3s",
        "towpath:k3s": { pools: [{ name: "a", instanceTypes: ["t4g.small", "t3.small"] }] },
      },
      "towpath:k3s.pools[0].instanceTypes: arm64 and amd64 types mixed; keep one architecture in a pool and make another pool for the other",
    ],
    [
      {
        "towpath:target": "k3s",
        "towpath:k3s": { pools: [{ name: "a", instanceTypes: ["t4g.small"], min: 4, max: 2 }] },
      },
      "towpath:k3s.pools[0].max: less than min; write min or more",
    ],
    [
      { "towpath:target": "docker", "towpath:docker": { host: { kind: "ssh", address: "10.0.0.1" } } },
      "towpath:docker.host.hostKey: missing; write a string",
    ],
    [
      { "towpath:target": "docker", "towpath:docker": { host: { kind: "lxc" } } },
      "towpath:docker.host.kind: not a value it can take; write ec2 or ssh",
    ],
    [
      { "towpath:target": "cluster", "towpath:docker": {} },
      "towpath:docker: does not belong here; remove it, or choose the kind that has it",
    ],
    [{ "towpath:target": "docker", "towpath:docker": 7 }, "towpath:docker: not a mapping; write a mapping"],
  ])("refuses %j", (raw, expected) => {
    expect(problems(raw)).toEqual([expected]);
  });
});

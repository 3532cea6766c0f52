import { describe, expect, it } from "vitest";
import { withOverrides } from "../../../cli/stack/config-override";
import { formatIssue, InvalidInput } from "../../../components/lib/issues";

describe("withOverrides", () => {
  it.each([
    ["target=docker", { "towpath:target": "docker" }],
    ["towpath:target=docker", { "towpath:target": "docker" }],
    ["aws:region=eu-west-1", { "aws:region": "eu-west-1" }],
    ["volumeSizeGb=25", { "towpath:volumeSizeGb": 25 }],
    ["docker.host.detailedMonitoring=true", { "towpath:docker": { host: { detailedMonitoring: true } } }],
    ["eks.version=1.35", { "towpath:eks": { version: "1.35" } }],
    ["eks.version=007", { "towpath:eks": { version: "007" } }],
    ["eks.endpoint.cidrs=[203.0.113.0/24]", { "towpath:eks": { endpoint: { cidrs: ["203.0.113.0/24"] } } }],
    ['tags["a.b"]=x=y', { "towpath:tags": { "a.b": "x=y" } }],
    ["profiles[0]=debug", { "towpath:profiles": ["debug"] }],
    ["domain=", { "towpath:domain": "" }],
  ])("reads %s", (entry, expected) => {
    expect(withOverrides({}, [entry])).toEqual(expected);
  });

  it("changes only what it names, the last entry winning, and not its input", () => {
    const config = {
      "towpath:k3s": {
        servers: 1,
        pools: [
          { name: "a", min: 1 },
          { name: "b", min: 1 },
        ],
      },
    };
    const before = structuredClone(config);
    const entries = ["k3s.pools[1].min=2", "k3s.pools[1].min=3", "k3s.servers=3"];
    expect(withOverrides(config, entries)).toEqual({
      "towpath:k3s": {
        servers: 3,
        pools: [
          { name: "a", min: 1 },
          { name: "b", min: 3 },
        ],
      },
    });
    expect(config).toEqual(before);
  });

  it("does not let an entry reach an object's prototype", () => {
    const changed = withOverrides({}, ["tags.__proto__.polluted=yes", "constructor.prototype.polluted=yes"]);
    expect(Object.keys(Object(changed["towpath:tags"]))).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("lists every entry that it cannot read", () => {
    const entries = ["target", "=x", "k3s.pools[2].min=1", "docker..x=1", "compose=[a"];
    const read = () => withOverrides({}, entries);
    expect(read).toThrow(InvalidInput);
    try {
      read();
    } catch (error) {
      expect(error instanceof InvalidInput && error.issues.map(formatIssue)).toEqual([
        "--config target: not key=value; write for example --config target=docker",
        "--config =x: not key=value; write for example --config target=docker",
        "--config k3s.pools[2].min=1: no entry 2; write 0 or less",
        "--config docker..x=1: not a path; write for example docker.host.instanceType",
        "--config compose=[a: the value is not YAML; close its brackets and quote it for the shell",
      ]);
    }
  });
});

import { describe, expect, it } from "vitest";
import { formatIssue } from "../../components/lib/issues";
import { givenRegistry } from "../../components/registry/given-registry";
import { registryIssues } from "../../components/registry/registry-issues";

const identity = { project: "shop", stack: "dev", tags: {} };

describe("givenRegistry", () => {
  it.each(["registry.example.com:5000/team", "https://registry.example.com:5000/team/"])(
    "pushes below %s",
    async address => {
      const found = await new Promise(resolve => {
        givenRegistry({ identity, address }).repository("web").apply(resolve);
      });
      expect(found).toBe("registry.example.com:5000/team/towpath/shop/dev/web");
    },
  );
});

describe("registryIssues", () => {
  it("finds a self-hosted registry without an address", () => {
    expect(registryIssues({ kind: "self-hosted" }).map(formatIssue)).toEqual([
      "towpath:registry.address: missing for a self-hosted registry; write the address of a registry that runs, for example registry.example.com, or use kind ecr",
    ]);
    expect(registryIssues({ kind: "self-hosted", address: "registry.example.com" })).toEqual([]);
    expect(registryIssues({ kind: "ecr" })).toEqual([]);
  });

  it("finds what a registry of the host's own lacks", () => {
    const passwordKey = "registry-password";
    const found = (ground: Parameters<typeof registryIssues>[1]) =>
      registryIssues({ kind: "self-hosted" }, ground).map(({ path }) => path);
    expect(found({ secretNames: [], passwordKey })).toEqual([
      "towpath:domain",
      "towpath:secrets.registry-password",
    ]);
    expect(found({ domain: "example.com", secretNames: [passwordKey], passwordKey })).toEqual([]);
  });

  it("finds settings of the host's own registry where another is named", () => {
    const choice = { kind: "self-hosted", address: "registry.example.com", sizeGb: 5 } as const;
    expect(registryIssues(choice).map(({ path }) => path)).toEqual(["towpath:registry.sizeGb"]);
  });
});

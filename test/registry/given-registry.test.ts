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
});

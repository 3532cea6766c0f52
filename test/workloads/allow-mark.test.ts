import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { load } from "../../components/app/load/load";
import { planDocker } from "../../components/workloads/docker/plan";
import { planKubernetes } from "../../components/workloads/kubernetes/plan";
import { evaluate } from "../../policies/evaluate";

const folder = mkdtempSync(join(tmpdir(), "towpath-allow-"));
afterAll(() => rmSync(folder, { recursive: true }));

function loaded(allow: string) {
  const file = join(folder, "compose.yaml");
  writeFileSync(
    file,
    `services:\n  vpn:\n    image: vpn:1\n    privileged: true\n    network_mode: host\n${allow}`,
  );
  return load({ files: [file] });
}
const facts = {
  gatewayClass: "traefik",
  ingressNamespace: "traefik",
  architectures: ["arm64"],
  spot: false,
} as const;

/** What the rules say of both workloads of an app, rule and level. */
function findings(allow: string): string[] {
  const request = { loaded: loaded(allow), volumeSizeGb: 10 };
  const { compose } = planDocker(request);
  const { manifests } = planKubernetes(request, facts);
  const resources = [
    { type: "towpath:workloads:DockerApp", name: "app", urn: "urn:app", props: { compose } },
    ...manifests.map(({ key, manifest }) => ({
      type: `kubernetes:${manifest.apiVersion}:${manifest.kind}`,
      name: key,
      urn: `urn:${key}`,
      props: { ...manifest },
    })),
  ];
  return evaluate(resources, { environment: "prod" }, "2026-11-23")
    .findings.filter(({ level }) => level === "mandatory")
    .map(({ rule, resource }) => `${rule} ${resource}`);
}

describe("x-towpath.allow", () => {
  it("is known to the policies, which let through what was asked for by name", () => {
    expect(findings("    x-towpath: { allow: [privileged, host-network] }\n")).toEqual([]);
  });

  it("lets through nothing else", () => {
    const request = { loaded: loaded("    x-towpath: { allow: [host-network] }\n"), volumeSizeGb: 10 };
    const { compose } = planDocker(request);
    const { vpn } = compose.services as Record<string, Record<string, unknown>>;
    expect(vpn).toMatchObject({ network_mode: "host", labels: { "towpath.allow": "host-network" } });
    expect(vpn).not.toHaveProperty("privileged");
    const asked = { ...vpn, privileged: true };
    const app = {
      type: "towpath:workloads:DockerApp",
      name: "app",
      urn: "urn:app",
      props: { compose: { services: { vpn: asked } } },
    };
    const said = evaluate([app], { environment: "prod" }, "2026-11-23").findings;
    expect(said.filter(({ level }) => level === "mandatory").map(({ rule }) => rule)).toEqual([
      "container-not-privileged",
    ]);
  });
});

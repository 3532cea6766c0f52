import { describe, expect, it } from "vitest";
import { InvalidInput } from "../../../components/lib/issues";
import type { OwnRegistry } from "../../../components/workloads/docker/own-registry/names";
import { withoutServices } from "../../../components/workloads/docker/own-registry/with-registry";
import { planDocker } from "../../../components/workloads/docker/plan";
import { renderBundle } from "../../../components/workloads/docker/render-bundle";
import { loadedApp } from "../shared/loaded-app";

const registry: OwnRegistry = { host: "registry.example.com", sizeGb: 30, cidrs: ["203.0.113.0/24"] };
const web = {
  image: "example/web:1",
  ports: [{ target: 80, published: "80", protocol: "tcp", mode: "ingress" }],
};
const loaded = loadedApp({ services: { web } });
const request = { loaded, volumeSizeGb: 10, acmeEmail: "ops@example.com" };

describe("a host's own registry", () => {
  const plan = planDocker({ ...request, registry });
  const bootstrap = planDocker({ ...request, registry, loaded: withoutServices(loaded) });

  it("stands beside the app, whose own route stays", () => {
    expect(plan.services.map(({ name }) => name)).toEqual(["web", "towpath-registry", "towpath-proxy"]);
    expect(plan.routes.map(({ service, host }) => [service, host])).toEqual([
      ["web", undefined],
      ["towpath-registry", "registry.example.com"],
    ]);
    expect(plan.volumes).toEqual([{ key: "towpath-registry", sizeGb: 30, snapshot: false }]);
    expect(plan.report).toEqual(planDocker(request).report);
  });

  it("is the same service before the app is there, so that the first release leaves it alone", () => {
    expect(bootstrap.services.map(({ name }) => name)).toEqual(["towpath-registry", "towpath-proxy"]);
    const row = (text = "") => text.split("\n").find(line => line.startsWith("service\ttowpath-registry"));
    const images = {};
    expect(row(renderBundle(bootstrap, images)["release.tsv"])).toBe(
      row(renderBundle(plan, images)["release.tsv"]),
    );
  });

  it("is closed to the world but for the blocks that may push", () => {
    const dynamic = plan.proxy?.files["dynamic.yaml"] ?? "";
    expect(dynamic).toMatch(
      /only-towpath-registry:\n\s+ipAllowList:\n\s+sourceRange:\n\s+- 203\.0\.113\.0\/24/,
    );
    expect(dynamic).toMatch(/websecure[\s\S]+Host\(`registry\.example\.com`\)[\s\S]+only-towpath-registry/);
    expect(plan.openPorts).toEqual([]);
  });

  it("has its password in two files on tmpfs, and nowhere else", () => {
    expect(plan.secrets.map(({ name, source }) => [name, source])).toEqual([
      ["towpath-registry-htpasswd", { kind: "htpasswd", key: "registry-password" }],
      ["towpath-registry-password", { kind: "config", key: "registry-password" }],
    ]);
    expect(plan.secretPlacements.map(({ path }) => path)).toEqual([
      "/srv/towpath/secrets/towpath-registry/secrets/towpath-registry-htpasswd",
      "/srv/towpath/secrets/registry-login/password",
    ]);
    const login = "login\tregistry.example.com\ttowpath\t/srv/towpath/secrets/registry-login/password\n";
    expect(renderBundle(plan, {})["release.tsv"]).toContain(login);
  });

  it("leaves its name to nobody else", () => {
    const taken = loadedApp({ services: { "towpath-registry": web } });
    expect(() => planDocker({ ...request, loaded: taken })).toThrow(InvalidInput);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { planStack } from "../components/plan-stack";
import { settingsFor } from "./platforms/kubernetes-settings";

const folder = mkdtempSync(join(tmpdir(), "towpath-fargate-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Plans services for EKS with a pool of Fargate and gives what is refused of them. */
function refused(services: string, pool: Record<string, unknown> = {}, eks: Record<string, unknown> = {}) {
  const file = join(folder, "compose.yaml");
  const volumes = "volumes: { data: {} }\n";
  writeFileSync(file, `name: shop\nservices:\n${services}\n${volumes}`);
  const settings = settingsFor("eks", {
    compose: [file],
    network: { nat: "single" },
    eks: {
      endpoint: { cidrs: ["203.0.113.0/24"] },
      pools: [
        { name: "floor", instanceTypes: ["m7g.large"] },
        { name: "jobs", manager: "fargate", namespaces: ["shop"], ...pool },
      ],
      ...eks,
    },
  });
  try {
    planStack(settings, {});
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const web = (more: string) => `  web: { image: "nginx:1.29", user: "10001", ${more} }`;
const DISK = web("volumes: ['data:/data']");

describe("what Fargate cannot run", () => {
  it.each([
    ["a volume on a disk of EBS", DISK],
    ["a pod on every node (deploy.mode: global)", web("deploy: { mode: global }")],
    ["a privileged container", web("privileged: true, x-towpath: { allow: [privileged] }")],
    ["its node's network", web("network_mode: host, x-towpath: { allow: [host-network] }")],
    ["a GPU", web("gpus: all")],
    ["a platform other than linux/amd64", web("platform: linux/arm64")],
  ])("is refused by name: %s", (what, services) => {
    expect(refused(services)).toContain(
      `services.web: has ${what}, which Fargate does not give, while the pool`,
    );
  });

  it("says nothing of pods that the pool does not take", () => {
    expect(refused(DISK, { namespaces: ["batch"] })).toBe("");
    expect(refused(DISK, { labels: { "app.kubernetes.io/name": "worker" } })).toBe("");
    expect(refused(DISK, { labels: { "app.kubernetes.io/name": "w?b" } })).not.toBe("");
    expect(refused(DISK, { namespaces: ["s*"] })).not.toBe("");
    expect(refused(web("restart: always"))).toBe("");
  });

  it("lets volumes stand that are shared by EFS", () => {
    const two = `${DISK}\n${DISK.replace("web", "worker")}`;
    expect(refused(two)).toContain("services.worker: has a volume on a disk of EBS");
    expect(refused(two, {}, { sharedVolumes: "efs" })).toBe("");
  });
});

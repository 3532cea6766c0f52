import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { InvalidInput } from "../components/lib/issues";
import { planStack } from "../components/plan-stack";
import { settingsFor } from "./platforms/kubernetes-settings";

const folder = mkdtempSync(join(tmpdir(), "towpath-boards-"));
afterAll(() => rmSync(folder, { recursive: true }));

const BOARDS = {
  edge: [
    { name: "kitchen", address: "203.0.113.7", hostKey: "ssh-ed25519 AAAA" },
    { name: "attic", address: "203.0.113.8", hostKey: "ssh-ed25519 BBBB", architecture: "arm" },
  ],
};
const SELF_HOSTED = { registry: { kind: "self-hosted", address: "registry.example.com" } };
const EKS = { network: { nat: "single" }, eks: { endpoint: { cidrs: ["203.0.113.0/24"] } } };

/** Plans one service beside an ordinary one for a target, and gives its images, or what is refused. */
function planned(target: "docker" | "k3s" | "eks" | "cluster", service: string, more: object = {}) {
  const file = join(folder, "compose.yaml");
  const other = '  web: { image: "nginx:1.29", user: "10001" }';
  writeFileSync(file, `name: shop\nservices:\n${other}\n  sensor: { user: "10001", ${service} }\n`);
  try {
    return planStack(settingsFor(target, { compose: [file], ...more }), {}).plan.images;
  } catch (error) {
    if (error instanceof InvalidInput) return error.issues.map(({ path }) => path);
    throw error;
  }
}

const IMAGE = "image: 'ghcr.io/example/sensor:1'";
const BUILD = "build: .";
const ANY = "x-towpath: { edge: true }";
const NAMED = "x-towpath: { edge: [kitchen] }";

describe("a service for boards", () => {
  it("goes to boards of K3s, and on one Docker host to that", () => {
    const images = [
      { kind: "pull", service: "sensor", image: "ghcr.io/example/sensor:1" },
      { kind: "pull", service: "web", image: "nginx:1.29" },
    ];
    expect(planned("k3s", `${IMAGE}, ${NAMED}`, { k3s: BOARDS })).toEqual(images);
    expect(planned("docker", `${IMAGE}, ${NAMED}`)).toEqual(images.toReversed());
  });

  it.each([
    ["k3s", {}],
    ["eks", EKS],
    ["cluster", {}],
  ] as const)("is refused where no board joins: %s", (target, more) => {
    expect(planned(target, `${IMAGE}, ${NAMED}`, more)).toEqual(["services.sensor.x-towpath.edge"]);
    expect(planned(target, `${IMAGE}, ${ANY}`, more)).toEqual(["services.sensor.x-towpath.edge"]);
  });

  it("is built for its boards, where they can pull what is built", () => {
    expect(planned("k3s", `${BUILD}, ${NAMED}`, { k3s: BOARDS })).toEqual(["services.sensor.build"]);
    const platforms = (service: string) =>
      planned("k3s", service, { k3s: BOARDS, ...SELF_HOSTED })[0] as { platforms?: readonly string[] };
    expect(platforms(`${BUILD}, ${NAMED}`).platforms).toEqual(["linux/arm64"]);
    expect(platforms(`${BUILD}, ${ANY}`).platforms).toEqual(["linux/arm", "linux/arm64"]);
    expect(platforms(`${BUILD}, ${ANY}, platform: linux/arm/v7`).platforms).toEqual(["linux/arm"]);
  });
});

import { describe, expect, it } from "vitest";
import { imagePolicyCheck } from "../../components/addons/image-policy-check";
import { type ImagePolicySettings, imagePolicySpec } from "../../components/addons/image-policy-spec";
import { settingsFor } from "../platforms/kubernetes-settings";

const DIGEST = `sha256:${"a".repeat(64)}`;

function wrong(imagePolicy: object, image: string): string[] {
  const settings = settingsFor("cluster", { addons: { imagePolicy } });
  return imagePolicyCheck(settings, [{ service: "db", image }]).map(one => `${one.path}: ${one.wrong}`);
}

describe("imagePolicyCheck", () => {
  it("wants digests, unless the settings do not", () => {
    expect(wrong({}, "postgres:17")).toEqual([
      "services.db.image: postgres:17 has no digest, which addons.imagePolicy wants",
    ]);
    expect(wrong({}, `postgres:17@${DIGEST}`)).toEqual([]);
    expect(wrong({ action: "warn" }, "postgres:17")).toEqual([]);
  });

  it("knows that a name without a host is Docker Hub's", () => {
    const hub = { digests: false, registries: ["docker.io/"] };
    expect(wrong(hub, "postgres:17")).toEqual([]);
    expect(wrong(hub, "grafana/grafana:12")).toEqual([]);
    expect(wrong(hub, "ghcr.io/team/app:1")).toHaveLength(1);
    expect(wrong({ digests: false, registries: ["ghcr.io/team/"] }, "postgres:17")).toHaveLength(1);
    expect(wrong({ digests: false, registries: ["ghcr.io/team/"] }, "localhost/team/app")).toHaveLength(1);
  });
});

describe("imagePolicySpec", () => {
  const settings: ImagePolicySettings = {
    engine: "built-in",
    registries: ["ghcr.io/"],
    digests: true,
    action: "deny",
  };
  const app = { namespace: "shop", workloads: [], ownImages: ["docker.io/library/busybox:1.37.0"] };

  it("looks at all containers, lets its own small images through, and what the stack builds", () => {
    const { variables, validations } = imagePolicySpec(settings, app, "registry.example.com/towpath/");
    const text = JSON.stringify(variables);
    for (const field of ["containers", "initContainers", "ephemeralContainers"])
      expect(text).toContain(field);
    expect(text).toContain("!(image in ['docker.io/library/busybox:1.37.0'])");
    expect(validations.map(({ expression }) => expression)).toEqual([
      "variables.images.all(image, image.matches('@sha256:[0-9a-f]{64}$'))",
      "variables.images.all(image, ['ghcr.io/', 'registry.example.com/towpath/'].exists(prefix, image.startsWith(prefix)))",
    ]);
  });
});

import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { BuiltImages, type BuiltImagesArgs } from "../../components/registry/built-images";
import type { ImageBuild } from "../../components/registry/image-build";
import type { Registry } from "../../components/registry/registry";
import { only, runComponent } from "../harness/run-component";

const IMAGE = "docker-build:index:Image";
const registry: Registry = {
  repository: service => pulumi.output(`registry.example.com/${service}`),
  credentials: {
    address: "registry.example.com",
    username: "ci",
    password: pulumi.secret("canary-password"),
  },
  pullStatements: pulumi.output([]),
};
const image: ImageBuild = {
  service: "web",
  build: { context: `${process.cwd()}/apps/web`, dockerfile: "docker/Dockerfile" },
  platforms: ["linux/arm64"],
};

async function run(build: ImageBuild["build"], change: Partial<BuiltImagesArgs> = {}) {
  let reference: string | undefined;
  const { resources } = await runComponent(() => {
    const images = [{ ...image, build: { ...image.build, ...build } }];
    const built = new BuiltImages("images", { registry, images, ...change });
    built.references.web?.apply(ref => {
      reference = ref;
    });
  });
  return { inputs: only(resources, IMAGE).inputs, text: JSON.stringify(resources), reference };
}

describe("BuiltImages", () => {
  it("builds for the host, pushes an immutable tag and refers to it by digest", async () => {
    const { inputs, reference } = await run({});
    expect(inputs).toMatchObject({
      context: { location: "apps/web" },
      dockerfile: { location: "apps/web/docker/Dockerfile" },
      platforms: ["linux/arm64"],
      push: true,
      buildOnPreview: false,
      tags: [expect.stringMatching(/^registry\.example\.com\/web:[0-9a-f]{20}$/)],
    });
    expect(reference).toMatch(/^registry\.example\.com\/web@sha256:[0-9a-f]{64}$/);
  });

  it("takes what Compose says of a build", async () => {
    const { inputs } = await run({
      dockerfile_inline: "FROM scratch\n",
      target: "production",
      args: { VERSION: "3" },
      labels: { team: "web" },
      network: "none",
      no_cache: true,
      extra_hosts: ["mirror=10.0.0.1"],
      cache_from: ["registry.example.com/cache", "type=gha"],
      additional_contexts: { shared: `${process.cwd()}/shared`, base: "docker-image://alpine" },
      ssh: ["default", "deploy=/keys/deploy"],
    });
    expect(inputs).toMatchObject({
      dockerfile: { inline: "FROM scratch\n" },
      target: "production",
      buildArgs: { VERSION: "3" },
      labels: { team: "web" },
      network: "none",
      noCache: true,
      addHosts: ["mirror=10.0.0.1"],
      cacheFrom: [{ raw: "type=registry,ref=registry.example.com/cache" }, { raw: "type=gha" }],
      context: {
        named: { shared: { location: "shared" }, base: { location: "docker-image://alpine" } },
      },
      ssh: [{ id: "default" }, { id: "deploy", paths: ["/keys/deploy"] }],
    });
  });

  it("keeps credentials secret", async () => {
    const { inputs, text } = await run(
      { args: { NPM_TOKEN: "canary-token", VERSION: "3" }, secrets: [{ source: "npmrc" }] },
      {
        isCredential: name => name === "NPM_TOKEN",
        secretValue: ({ source }) => pulumi.secret(`canary-${source}`),
      },
    );
    expect(inputs).toMatchObject({
      buildArgs: { NPM_TOKEN: "[secret]", VERSION: "3" },
      registries: [{ address: "registry.example.com", username: "ci", password: "[secret]" }],
      secrets: expect.anything(),
    });
    expect(text).not.toContain("canary");
  });
});

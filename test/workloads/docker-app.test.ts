import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import type { DockerPlatform, Release } from "../../components/platforms/docker-platform";
import { DockerApp } from "../../components/workloads/docker/docker-app";
import type { DockerPlan } from "../../components/workloads/docker/docker-plan";
import { only, runComponent } from "../harness/run-component";

const CANARY = "canary-77aa";
const PARAMETERS: Record<string, string> = { "db-password": "/towpath/shop/dev/db-password:3" };

const plan: DockerPlan = {
  project: "shop",
  compose: { name: "shop", services: { web: { image: "${TOWPATH_IMAGE_WEB}" } } },
  services: [],
  routes: [{ service: "web", path: "/", port: 8080, tls: false, sticky: false, timeoutSeconds: 60 }],
  volumes: [],
  files: [],
  secrets: [{ name: "db-password", source: { kind: "config", key: "db" } }],
  secretPlacements: [],
  images: [],
  openPorts: [],
  externalNetworks: [],
  backups: [],
  jobs: [],
  report: [],
};

class Delivered extends pulumi.ComponentResource {
  constructor(name: string, parent: pulumi.Resource) {
    super("test:index:Delivered", name, {}, { parent });
  }
}

/** Runs the app on a host that writes down what it is sent. */
async function run() {
  const sent: { name?: string; files?: unknown; secrets?: unknown } = {};
  const host: DockerPlatform = {
    address: pulumi.output("203.0.113.10"),
    architecture: "arm64",
    registry: { repository: service => pulumi.output(service), pullStatements: pulumi.output([]) },
    deliver: (name: string, { files, secrets }: Release, parent) => {
      sent.name = name;
      files(pulumi.output(PARAMETERS)).apply(all => {
        sent.files = all;
      });
      pulumi.output(secrets).apply(all => {
        sent.secrets = all;
      });
      return new Delivered(`${name}-delivered`, parent);
    },
  };
  const { resources } = await runComponent(() => {
    new DockerApp("app", {
      plan,
      host,
      images: { web: pulumi.output("registry.example.com/web@sha256:1") },
      render: (images, { parameters }) => ({
        "compose.yaml": `image: ${images.web}`,
        "release.tsv": JSON.stringify(parameters),
      }),
      secretValue: ({ name }) => pulumi.secret(`${CANARY}-${name}`),
    });
  });
  return { resources, sent };
}

describe("DockerApp", () => {
  it("shows policies what the app is, and none of its secrets", async () => {
    const { resources } = await run();
    const { compose, routes, project } = plan;
    expect(only(resources, "towpath:workloads:DockerApp").inputs).toEqual({ compose, project, routes });
    expect(JSON.stringify(resources)).not.toContain(CANARY);
  });

  it("sends the host the bundle with images by digest, and the secrets apart from it", async () => {
    const { resources, sent } = await run();
    expect(sent).toEqual({
      name: "app",
      files: {
        "compose.yaml": "image: registry.example.com/web@sha256:1",
        "release.tsv": '{"db-password":"/towpath/shop/dev/db-password:3"}',
      },
      secrets: { "db-password": `${CANARY}-db-password` },
    });
    expect(only(resources, "test:index:Delivered").parent).toContain("towpath:workloads:DockerApp::app");
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtTool } from "../harness/equipment";
import { openFiles, type Project } from "./harness/project";
import { inState, textOf, touchedBy } from "./harness/touched";

const PROGRAM = `
import * as aws from "@pulumi/aws";
import * as eks from "@pulumi/eks";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";

class App extends pulumi.ComponentResource {
  constructor(image: string, open: boolean) {
    super("test:app:App", "app", {}, {});
    const cidrBlocks = open ? ["0.0.0.0/0"] : ["10.0.0.0/8"];
    new aws.ec2.SecurityGroup("door", {
      description: "door", ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks }],
    }, { parent: this });
    const cluster = new eks.Cluster("home", { name: "home" }, { parent: this });
    const provider = new k8s.Provider("in", { kubeconfig: cluster.kubeconfigJson }, { parent: this });
    const namespace = new k8s.core.v1.Namespace("shop", { metadata: { name: "shop" } }, { parent: this, provider });
    new k8s.apps.v1.Deployment("web", {
      metadata: { name: "web", namespace: namespace.metadata.name },
      spec: {
        selector: { matchLabels: { app: "web" } },
        template: { metadata: { labels: { app: "web" } }, spec: { containers: [{ name: "web", image }] } },
      },
    }, { parent: this, provider });
    this.registerOutputs({});
  }
}

export = async function program() {
  const config = new pulumi.Config();
  new App(config.require("image"), config.getBoolean("open") ?? false);
  return { account: (await aws.getCallerIdentity()).accountId };
};
`;

const PACK = `
const { PolicyPack } = require("@pulumi/policy");
const { Config, getStack } = require("@pulumi/pulumi");
const image = new Config("small").require("image");
new PolicyPack("small", { policies: [{
  name: "no-open-ssh", description: "No SSH from everywhere.", enforcementLevel: "mandatory",
  validateResource: (args, report) => {
    if (JSON.stringify(args.props).includes("0.0.0.0/0")) report(getStack() + " opens SSH to the world, with " + image);
  },
}] });
`;

const FILES = {
  "Pulumi.yaml": "name: small\nruntime:\n  name: nodejs\n  options:\n    typescript: true\nmain: index.ts\n",
  "Pulumi.test.yaml": "config:\n  aws:region: us-east-1\n  small:image: web:1\n",
  "package.json": '{ "name": "small", "main": "index.ts" }',
  "tsconfig.json":
    '{ "compilerOptions": { "module": "nodenext", "moduleResolution": "nodenext", "noCheck": true } }',
  "index.ts": PROGRAM,
  "pack/PulumiPolicy.yaml": "name: small\nruntime: nodejs\nmain: index.js\n",
  "pack/package.json": '{ "name": "small-pack", "version": "0.0.1" }',
  "pack/index.js": PACK,
};

describe.skipIf(builtTool("engine") === undefined)("the engine itself (needs .ci/engine/build)", () => {
  let project: Project;
  beforeAll(async () => {
    project = await openFiles(FILES);
  });
  afterAll(() => project?.close());

  it("takes a small project from nothing to nothing", async () => {
    const stack = await project.stack("test");
    const policyPacks = [`${project.folder}/pack`];
    expect((await stack.preview({ policyPacks })).changeSummary.create).toBeGreaterThan(5);
    const up = await stack.up({ policyPacks });
    expect(up.outputs.account?.value).toBe("123456789012");

    const same = up.summary.resourceChanges?.create;
    expect((await stack.preview({ expectNoChanges: true })).changeSummary).toEqual({ same });
    expect((await stack.refresh({ expectNoChanges: true })).summary.resourceChanges).toEqual({ same });

    await stack.setConfig("image", { value: "web:2" });
    const edited = await touchedBy(onEvent => stack.up({ onEvent }));
    expect(edited.map(textOf)).toEqual(["update kubernetes:apps/v1:Deployment web"]);

    await stack.setConfig("open", { value: "true" });
    await expect(stack.preview({ policyPacks })).rejects.toThrow(
      /no-open-ssh[\s\S]*test opens SSH to the world, with web:2/,
    );

    await stack.destroy();
    expect(await inState(stack)).toEqual([]);
  });
});

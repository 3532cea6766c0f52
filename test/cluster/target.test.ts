import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Stack } from "@pulumi/pulumi/automation";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCompiled, type Project } from "../engine/harness/project";
import { inState } from "../engine/harness/touched";
import { changes } from "../engine/ladder/climb";
import { builtTool, ROOT } from "../harness/equipment";
import { startClusterProvider } from "./engine/start-provider";
import { equipment, kubectl, programs, tryKubectl } from "./harness/cluster";
import { exampleStack } from "./harness/example-stack";
import { EXAMPLES, giveExampleImages } from "./harness/examples";
import { giveHelperImages } from "./harness/images";

const missing = programs === undefined || builtTool("engine") === undefined;
const title = "the target cluster on a real cluster (needs root, .ci/kube/build and .ci/engine/build)";

const CLI = join(ROOT, "cli/towpath.mjs");
const CLASS = "test";
const VOLUME = "orders";
const DEFINITION = readFileSync(join(ROOT, "test/cluster/app/gateway-class.yaml"), "utf8");
/** What the machine's cluster is told to have, though it has not: its autoscalers keep to their `min`. */
const CLAIMED = { gatewayClass: CLASS, storageClass: "local", capabilities: { metricsApi: true } };

describe.skipIf(missing)(title, () => {
  let project: Project;
  beforeAll(async () => {
    giveHelperImages();
    giveExampleImages();
    equipment("volume", VOLUME);
    const bin = programs ?? "";
    project = await openCompiled({
      providers: folder => startClusterProvider(folder, bin),
      kubectl: () => bin,
    });
  });
  afterAll(async () => {
    project?.close();
    const left = ["namespace", ...EXAMPLES, "--ignore-not-found", "--timeout=100s"];
    await tryKubectl(["delete", ...left]);
    await tryKubectl(["delete", "persistentvolume", VOLUME, "--ignore-not-found"]);
    await tryKubectl(["delete", "--ignore-not-found", "--filename=-"], DEFINITION);
  });

  const capabilities = async (...words: string[]) => {
    const args = [CLI, "capabilities", ...words];
    const env = { ...process.env, PATH: `${programs}:${process.env.PATH}` };
    return (await promisify(execFile)(process.execPath, args, { env })).stdout;
  };
  /** Why an update of an example is refused; nothing is in its state afterwards but the stack itself. */
  const refusal = async (name: string, cluster: Readonly<Record<string, unknown>>) => {
    const stack = await exampleStack(project, `${name}-refused`, name, cluster);
    const said = await stack.up().then(
      () => "it was not",
      error => String(error),
    );
    expect((await inState(stack)).filter(({ custom }) => custom)).toEqual([]);
    return said.replace(/\s+/g, " ");
  };
  const namespaces = () => kubectl(["get", "namespaces", "--output=name"]);

  it("says what the cluster can do, and what it cannot", async () => {
    const found = JSON.parse(await capabilities("--format", "json"));
    expect(found).toEqual({
      kubernetesVersion: "1.35.0",
      gatewayApi: true,
      gatewayClasses: [],
      metricsApi: false,
      loadBalancer: false,
      podSecurity: true,
      storageClasses: [
        { name: "local", provisioner: "kubernetes.io/no-provisioner", default: false },
        { name: "standard", provisioner: "kubernetes.io/host-path", default: true },
      ],
      policyEngines: ["validating-admission-policy"],
    });
  });

  it("refuses by name what each example needs and the cluster lacks, before anything is made", async () => {
    const before = await namespaces();
    const [hello, shop] = await Promise.all([refusal("hello", {}), refusal("shop", { gatewayClass: CLASS })]);
    for (const said of [hello, shop])
      expect(said).toMatch(/no metrics API, without which nothing scales by itself; set towpath:addons/);
    expect(hello).toMatch(/of type LoadBalancer an address, and traefik would wait for one; install/);
    expect(shop).toMatch(/towpath:cluster.gatewayClass: test, of which .* no GatewayClass \(it has none\)/);
    expect(await namespaces()).toBe(before);
  });

  it("brings every example up though its engine is killed, and takes it away again", async () => {
    await kubectl(["apply", "--filename=-"], DEFINITION);
    await kubectl(["wait", "--for=condition=Established", "crd/gatewayclasses.gateway.networking.k8s.io"]);
    const gateway = { apiVersion: "gateway.networking.k8s.io/v1", kind: "GatewayClass" };
    await kubectl(["create", "--filename=-"], JSON.stringify({ ...gateway, metadata: { name: CLASS } }));
    const stacks = await Promise.all(
      EXAMPLES.map(name => exampleStack(project, `${name}-up`, name, CLAIMED)),
    );

    await Promise.all(stacks.map(stack => killed(stack, ["up", "--skip-preview"], "creating")));
    await Promise.all(stacks.map(async stack => (await recovered(stack)).up()));
    const previews = await Promise.all(stacks.map(stack => stack.preview({ expectNoChanges: true })));
    expect(previews.flatMap(changes)).toEqual([]);
    expect(await inNamespace("hello")).toEqual({ "deployment/hello": 2 });
    expect(await inNamespace("shop")).toEqual({
      "deployment/migrate-gate": 1,
      "deployment/web": 2,
      "deployment/worker": 2,
      "statefulset/db": 1,
    });

    await Promise.all(stacks.map(stack => killed(stack, ["destroy", "--skip-preview"], "deleting")));
    await Promise.all(stacks.map(async stack => (await recovered(stack)).destroy()));
    expect((await Promise.all(stacks.map(inState))).flat()).toEqual([]);
    for (const name of EXAMPLES) expect(await namespaces()).not.toContain(`namespace/${name}\n`);
  });

  /** What the guide says to do after a kill. */
  async function recovered(stack: Stack): Promise<Stack> {
    await stack.cancel();
    const [before, after] = [`${stack.name}.state.json`, `${stack.name}.recovered.json`];
    writeFileSync(join(project.folder, before), JSON.stringify(await stack.exportStack()));
    const words = ["recover", "--stack", stack.name, "--state", before, "--out", after];
    await promisify(execFile)(process.execPath, [CLI, ...words], { cwd: project.folder });
    await stack.importStack(JSON.parse(readFileSync(join(project.folder, after), "utf8")));
    await stack.refresh();
    return stack;
  }

  /** Kills the engine, and all that it started, as soon as it is at an example's workload. */
  async function killed(stack: Stack, words: readonly string[], doing: string) {
    const engine = project.spawn(stack.name, [...words, "--yes"]);
    const closed = once(engine, "close");
    let said = "";
    await new Promise<void>((resolve, reject) => {
      const listen = (data: unknown) => {
        said += String(data);
        if (new RegExp(`(Deployment app-hello-|StatefulSet app-db-)\\S+ ${doing}`).test(said)) resolve();
      };
      engine.stdout?.on("data", listen);
      engine.stderr?.on("data", listen);
      engine.on("close", () => reject(new Error(`${words.join(" ")} ended by itself: ${said}`)));
    });
    process.kill(-(engine.pid ?? 0), "SIGKILL");
    expect(await closed).toEqual([null, "SIGKILL"]);
  }
});

/** How many pods of each workload in a namespace are ready. */
async function inNamespace(namespace: string): Promise<Readonly<Record<string, number>>> {
  const found = await kubectl([
    "get",
    "deployments,statefulsets",
    `--namespace=${namespace}`,
    "--output=json",
  ]);
  const { items } = JSON.parse(found) as { readonly items: readonly Workload[] };
  return Object.fromEntries(
    items.map(({ kind, metadata, status }) => [
      `${kind.toLowerCase()}/${metadata.name}`,
      status.readyReplicas ?? 0,
    ]),
  );
}

interface Workload {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly status: { readonly readyReplicas?: number };
}

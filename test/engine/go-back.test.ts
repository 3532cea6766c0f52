import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KubernetesApp } from "../../components/workloads/kubernetes/kubernetes-app";
import { type ClusterStack, openStack } from "../cluster/engine/open-stack";
import { builtTool } from "../harness/equipment";
import { planOf } from "../workloads/kubernetes/plan-of";

/**
 * Stands in for kubectl: writes down what it is given, each call in a file of its own, and has rollouts fail while the
 * file `failing` is there.
 */
const KUBECTL = `#!/bin/sh
here=$(dirname "$0")
case "$*" in
  *apply*) { echo "$*"; cat; } >"$here/call.$$" && mv "$here/call.$$" "$here/applied.$(date +%s%N).$$" ;;
  *rollout*) [ ! -e "$here/failing" ] ;;
esac
`;

const missing = builtTool("engine") === undefined;

describe.skipIf(missing)("a failed rollout under the real engine (needs .ci/engine/build)", () => {
  const folder = mkdtempSync(join(tmpdir(), "towpath-go-back-"));
  const path = process.env.PATH;
  let image = "ghcr.io/example/web:1";
  let secret = "canary-one";
  let opened: ClusterStack;

  beforeAll(async () => {
    writeFileSync(join(folder, "kubectl"), KUBECTL);
    chmodSync(join(folder, "kubectl"), 0o755);
    process.env.PATH = `${folder}:${path}`;
    opened = await openStack(async () => {
      const provider = new kubernetes.Provider("cluster");
      const plan = planOf({ web: { image, user: "1000", environment: { API_KEY: "x" } }, other: {} });
      const secrets = () => pulumi.secret(secret);
      const access = { kubeconfig: pulumi.secret("apiVersion: v1\nkind: Config\n"), context: "there" };
      new KubernetesApp("app", { plan, images: {}, secrets, access }, { provider });
    }, folder);
  });
  afterAll(() => {
    opened?.close();
    process.env.PATH = path;
    rmSync(folder, { recursive: true, force: true });
  });

  /** The calls of kubectl apply since the last time, with what was applied. */
  const applied = () => {
    const files = readdirSync(folder).filter(name => name.startsWith("applied."));
    return files.sort().map(name => {
      const [words = "", manifest = ""] = readFileSync(join(folder, name), "utf8").split("\n");
      rmSync(join(folder, name));
      return { words, manifest: JSON.parse(manifest) };
    });
  };
  const digests = (all: ReturnType<typeof applied>) =>
    all.flatMap(
      ({ manifest }) => manifest.spec?.template?.metadata?.annotations?.["towpath.dev/secrets"] ?? [],
    );

  it("applies the former manifest again as the same owner, and fails the update", async () => {
    await opened.stack.up();
    const first = applied();
    image = "ghcr.io/example/web:2";
    writeFileSync(join(folder, "failing"), "");
    await expect(opened.stack.up()).rejects.toThrow(/Deployment\/web/);
    const calls = applied().filter(({ manifest }) => manifest.kind === "Deployment");
    expect(calls.map(({ manifest }) => manifest.spec.template.spec.containers[0].image)).toEqual([
      "ghcr.io/example/web:2",
      "ghcr.io/example/web:1",
    ]);
    expect(calls[1]?.manifest).toEqual(
      first.find(({ manifest }) => manifest.kind === "Deployment" && manifest.metadata.name === "web")
        ?.manifest,
    );
    expect(calls[1]?.words).toMatch(
      /^--kubeconfig=\S+ --context=there apply --server-side --force-conflicts --field-manager=towpath /,
    );
    const [config = ""] = calls[1]?.words.match(/(?<=--kubeconfig=)\S+/) ?? [];
    expect(existsSync(config)).toBe(false);
  });

  it("applies the workload anew at the next update", async () => {
    rmSync(join(folder, "failing"), { force: true });
    await opened.stack.up();
    const images = applied().flatMap(
      ({ manifest }) => manifest.spec?.template?.spec.containers[0].image ?? [],
    );
    expect(images).toEqual(["ghcr.io/example/web:2"]);
    expect(Object.keys((await opened.stack.preview()).changeSummary)).toEqual(["same"]);
  });

  it("makes new pods of who uses a changed secret, and has no value of it in plain", async () => {
    secret = "canary-two";
    await opened.stack.up();
    const changed = digests(applied());
    expect(changed).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
    const { workDir } = opened.stack.workspace;
    const state = readFileSync(join(workDir, "../state/.pulumi/stacks/bookshop/test.json"), "utf8");
    expect(state).toContain(changed[0]);
    expect(state).not.toContain("canary");
    expect(Object.keys((await opened.stack.preview()).changeSummary)).toEqual(["same"]);
  });
});

import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import * as pulumi from "@pulumi/pulumi";
import type { Labels } from "./labels";
import { FIELD_MANAGER } from "./rollout-metadata";

/** How to reach the cluster beside the provider. */
export interface ClusterAccess {
  /** Content of a kubeconfig or its path; absent: kubectl's own default. */
  readonly kubeconfig?: pulumi.Input<string>;
  readonly context?: string;
}

/**
 * A hook for workloads: when the update of one fails, its former manifest is applied again under the same owner of
 * fields, so that its pods go back to what they were and the next update starts from there. The update still fails;
 * the engine knows of the failure and applies the workload anew the next time. Without kubectl it only says so.
 */
export function goBack(name: string, access: ClusterAccess): pulumi.ErrorHook {
  return new pulumi.ErrorHook(`${name}-go-back`, async ({ failedOperation, oldInputs, urn }) => {
    if (failedOperation !== "update" || oldInputs === undefined) return false;
    const what = urn.split("::").at(-1) ?? urn;
    try {
      await applied(oldInputs, access);
      await pulumi.log.warn(`${what}: the rollout failed, and its pods went back to the release before`);
    } catch (error) {
      const why = error instanceof Error ? error.message.trim() : String(error);
      await pulumi.log.warn(
        `${what}: the rollout failed, and going back did too: deploy the release before. ${why}`,
      );
    }
    return false;
  });
}

interface Applied {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: { readonly selector: { readonly matchLabels: Labels } };
}

type Kubectl = (words: readonly string[], input?: string) => Promise<string>;

async function applied(manifest: object, { kubeconfig, context }: ClusterAccess): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "towpath-go-back-"));
  try {
    const config = await kubeconfigPath(folder, kubeconfig);
    const where = [
      ...(config === undefined ? [] : [`--kubeconfig=${config}`]),
      ...(context === undefined ? [] : [`--context=${context}`]),
    ];
    const kubectl: Kubectl = async (words, input = "") => {
      const running = promisify(execFile)("kubectl", [...where, ...words], { timeout: 60_000 });
      running.child.stdin?.end(input);
      return (await running).stdout;
    };
    const apply = ["apply", "--server-side", "--force-conflicts", `--field-manager=${FIELD_MANAGER}`];
    await kubectl([...apply, "--filename=-"], JSON.stringify(manifest));
    if ("kind" in manifest && manifest.kind === "StatefulSet")
      await replaceStuck(manifest as Applied, kubectl);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * A StatefulSet waits for a pod that never got ready, even when its template went back: such pods are deleted.
 * Source: Kubernetes, "StatefulSets", forced rollback.
 */
async function replaceStuck({ metadata, spec }: Applied, kubectl: Kubectl): Promise<void> {
  const inside = `--namespace=${metadata.namespace}`;
  const path = "jsonpath={.metadata.generation} {.status.observedGeneration} {.status.updateRevision}";
  for (let tries = 0; tries < 30; tries++) {
    const found = await kubectl(["get", `statefulset/${metadata.name}`, inside, `--output=${path}`]);
    const [generation, observed, revision] = found.split(" ");
    if (generation === observed && revision !== undefined) {
      const labels = Object.entries(spec.selector.matchLabels).map(([key, value]) => `${key}=${value}`);
      const others = [...labels, `controller-revision-hash!=${revision}`].join(",");
      await kubectl(["delete", "pods", inside, `--selector=${others}`, "--wait=false"]);
      return;
    }
    await sleep(1000);
  }
}

/** A kubeconfig's content is written where only its owner reads it, for as long as kubectl runs. */
async function kubeconfigPath(folder: string, kubeconfig: pulumi.Input<string> | undefined) {
  if (kubeconfig === undefined) return undefined;
  const text = await known(kubeconfig);
  if (!text.includes("\n") && !text.trimStart().startsWith("{")) return text;
  const path = join(folder, "kubeconfig");
  await writeFile(path, text, { mode: 0o600 });
  return path;
}

function known(value: pulumi.Input<string>): Promise<string> {
  return new Promise(resolve => void pulumi.output(value).apply(resolve));
}

import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { load } from "../../../components/app/load/load";
import type { KubernetesPlan } from "../../../components/workloads/kubernetes/kubernetes-plan";
import { ROOT } from "../../harness/equipment";
import { kubectl, type Outcome, tryKubectl, tryScript } from "./cluster";
import { planFor, rendered } from "./rendered";

/** The namespace of the tests' app. */
export const BOOKSHOP = "bookshop";
export const PASSWORD = "correct horse battery staple";

/** A report of the load that the app's client makes. */
export interface LoadReport {
  readonly sent: number;
  readonly failed: readonly string[];
  readonly versions: Readonly<Record<string, number>>;
}

/** What makes a release one that fails, beside the app's own version "broken". */
export type Fault = "migration" | "store";

/** Plans a release of the app, with a fault in it if need be. */
export function planRelease(version: string, fault?: Fault) {
  const faults = fault === undefined ? [] : [join(ROOT, `test/cluster/app/broken-${fault}.yaml`)];
  const files = [join(ROOT, "test/cluster/app/compose.yaml"), ...faults];
  return planFor(load({ files, environment: { RELEASE: version, STORE_PASSWORD: PASSWORD } }), "local");
}

/** Applies the rendered YAML of a release by hand: the namespace, the Secrets, then the rest. */
export function applyRelease(version: string): Promise<void> {
  return withRendered(planRelease(version), PASSWORD, async (folder, secrets) => {
    await kubectl(["apply", "--filename", join(folder, "namespace.yaml")]);
    await kubectl(["apply", "--filename", secrets]);
    await kubectl(["apply", "--kustomize", folder]);
  });
}

/** Rolls a release out by the script that is rendered with it. */
export function rollOut(
  plan: KubernetesPlan,
  { seconds = 60, password = PASSWORD }: { readonly seconds?: number; readonly password?: string } = {},
): Promise<Outcome> {
  return withRendered(plan, password, (folder, secrets) =>
    tryScript(join(folder, "rollout.sh"), [secrets], { ROLLOUT_SECONDS: String(seconds) }),
  );
}

async function withRendered<T>(
  plan: KubernetesPlan,
  password: string,
  work: (folder: string, secrets: string) => Promise<T>,
): Promise<T> {
  const { folder, secrets } = rendered(plan, () => password);
  try {
    writeFileSync(join(folder, "secrets.json"), secrets);
    return await work(folder, join(folder, "secrets.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs kubectl in the app's namespace. */
export function inBookshop(...words: string[]): Promise<string> {
  return kubectl(["--namespace", BOOKSHOP, ...words], "", 240);
}

/** Waits until a rollout is complete. */
export function rolledOut(workload: string, seconds: number): Promise<Outcome> {
  const words = ["--namespace", BOOKSHOP, "rollout", "status", workload, `--timeout=${seconds}s`];
  return tryKubectl(words, "", seconds + 30);
}

/** Runs the app's program in a container of a workload. */
export function run(workload: string, ...words: string[]): Promise<Outcome> {
  return tryKubectl(["--namespace", BOOKSHOP, "exec", workload, "--", "/app", ...words]);
}

/** Whether a connection from a workload to an address opens. */
export async function connects(workload: string, address: string): Promise<boolean> {
  return (await run(workload, "connect", address)).code === 0;
}

/** Asks the web front without a pause for a time, from a pod that is none of its own. */
export async function loadFor(seconds: number): Promise<LoadReport> {
  const { out, err } = await run("deployment/visitor", "load", "http://web:8080/", String(seconds));
  if (out === "") throw new Error(`no report of the load: ${err}`);
  return JSON.parse(out) as LoadReport;
}

/** Asks the web front without a pause, from before `work` until after it, by clients that take turns and overlap. */
export async function underLoad(work: () => Promise<void>): Promise<readonly LoadReport[]> {
  const loads = [loadFor(20)];
  await sleep(3_000);
  let busy = true;
  const done = work().finally(() => {
    busy = false;
  });
  while (busy) {
    await Promise.race([done, sleep(12_000)]);
    loads.push(loadFor(20));
  }
  await done;
  return Promise.all(loads);
}

/** An object as the API server has it. */
export async function object<T>(...words: string[]): Promise<T> {
  return JSON.parse(await inBookshop("get", ...words, "--output=json")) as T;
}

/** What a file of a volume of class "local" is: `user mode`. */
export function statOfVolume(path: string): string {
  const state = join(process.env.KUBECONFIG ?? "", "..");
  const { stdout } = spawnSync("find", [join(state, "volumes"), "-path", `*/${path}`, "-printf", "%U %m"], {
    encoding: "utf8",
  });
  return stdout;
}

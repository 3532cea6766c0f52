import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { load } from "../../../components/app/load/load";
import { ROOT } from "../../harness/equipment";
import { kubectl, type Outcome, tryKubectl } from "./cluster";
import { planFor, rendered } from "./rendered";

/** The namespace of the tests' app. */
export const BOOKSHOP = "bookshop";
const PASSWORD = "correct horse battery staple";

/** A report of the load that the app's client makes. */
export interface LoadReport {
  readonly sent: number;
  readonly failed: readonly string[];
  readonly versions: Readonly<Record<string, number>>;
}

/** Plans a release of the app. */
export function planRelease(version: string) {
  const files = [join(ROOT, "test/cluster/app/compose.yaml")];
  return planFor(load({ files, environment: { RELEASE: version, STORE_PASSWORD: PASSWORD } }), "local");
}

/** Applies the rendered YAML of a release as its guide says: the namespace, the Secrets, then the rest. */
export async function applyRelease(version: string): Promise<void> {
  const { folder, secrets } = rendered(planRelease(version), () => PASSWORD);
  try {
    await kubectl(["apply", "--filename", join(folder, "namespace.yaml")]);
    await kubectl(["apply", "--filename", "-"], secrets);
    await kubectl(["apply", "--kustomize", folder]);
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

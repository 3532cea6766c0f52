import type { Loaded } from "../../../components/app/load/loaded";
import type { App } from "../../../components/app/model";
import type { SpecKey } from "../../../components/app/spec-keys";
import { InvalidInput } from "../../../components/lib/issues";
import { planDocker } from "../../../components/workloads/docker/plan";
import { planKubernetes } from "../../../components/workloads/kubernetes/plan";
import { type ModelPath, pathText } from "../../../components/workloads/shared/model-path";
import { type UsedKey, usedKeys } from "../../../components/workloads/shared/used-keys";
import type { ReportEntry, Verdict } from "../../../components/workloads/verdict";
import { FACTS } from "../kubernetes/facts";
import { PART_OF_ITS_ENTRY } from "./exceptions";

/** A plan as this test looks at it: what the target gets, and what the user is told. */
export interface Outcome {
  /** In JSON. */
  readonly data: string;
  readonly report: readonly ReportEntry[];
}
type Planner = (loaded: Loaded) => Outcome;

function apart<P extends { readonly report: readonly ReportEntry[] }>({ report, ...data }: P): Outcome {
  return { data: JSON.stringify(data), report };
}

export const PLANNERS: Readonly<Record<"docker" | "kubernetes", Planner>> = {
  docker: loaded => apart(planDocker({ loaded, volumeSizeGb: 10 })),
  kubernetes: loaded => apart(planKubernetes({ loaded, volumeSizeGb: 10 }, FACTS)),
};

/** The plan, or why there is none; whatever else is thrown is a fault. */
export function outcomeOf(planner: Planner, loaded: Loaded): Outcome | InvalidInput {
  try {
    return planner(loaded);
  } catch (error) {
    if (error instanceof InvalidInput) return error;
    throw error;
  }
}

/** Whether a file is refused for something that stands nowhere in it. */
export function refusedElsewhere(refusal: InvalidInput, app: App): boolean {
  const paths = new Set(usedKeys(app).map(({ path }) => pathText(path)));
  return refusal.issues.some(({ path }) => !known(path, paths));
}

function known(path: string, paths: ReadonlySet<string>): boolean {
  const parts = path.split(/(?=[.[])/);
  return parts.some((_, index) => paths.has(parts.slice(0, index + 1).join("")));
}

/** What the report says of one key of one file, beside what became of it. */
export interface Finding {
  readonly kind: "silent" | "kept" | "lost" | "ignored" | "not ignored";
  readonly key: SpecKey;
  readonly verdict: Verdict | "nothing";
  readonly note: string;
}

/** Notes that tell by themselves that the key changes nothing. */
const TOLD = /^(withheld|left out|not bound)|^see its keys|^the default$/;

/** Removes each key in turn and looks whether the plan is what the report says of the key. */
export function findingsIn(
  planner: Planner,
  loaded: Loaded,
  plan: Outcome,
  used: readonly UsedKey[],
): readonly Finding[] {
  return used.flatMap((one): Finding[] => {
    const { key, path } = one;
    const entries = said(one, plan.report);
    const [first] = entries;
    if (first === undefined) return [{ kind: "silent", key, verdict: "nothing", note: "" }];
    const { verdict, note } = first;
    // The other service is the same in every file.
    if (path[1] === "other" || PART_OF_ITS_ENTRY.includes(key)) return [];
    if (entries.some(entry => TOLD.test(entry.note))) return [];
    const matters = plansOtherwise(planner, loaded, plan, path);
    const ignored = entries.filter(entry => entry.verdict === "ignored");
    if (ignored.length === 0) return [{ kind: matters ? "kept" : "lost", key, verdict, note }];
    // What is said of parts only says nothing of the whole.
    if (ignored.length < entries.length || first.path.length > pathText(path).length) return [];
    return [{ kind: matters ? "not ignored" : "ignored", key, verdict, note }];
  });
}

/** What the report says at a key's path, else of its parts, else of the nearest thing that it is part of. */
function said({ key, path }: UsedKey, report: readonly ReportEntry[]): readonly ReportEntry[] {
  const text = pathText(path);
  const exact = report.filter(entry => entry.path === text && entry.key === key);
  if (exact.length > 0) return exact;
  const below = report.filter(entry => entry.key === key && isWithin(entry.path, text));
  if (below.length > 0) return below;
  const above = report.filter(entry => isWithin(text, entry.path) && /[.[]/.test(entry.path));
  const nearest = Math.max(...above.map(entry => entry.path.length));
  return above.filter(entry => entry.path.length === nearest);
}

function isWithin(path: string, parent: string): boolean {
  return path === parent || path.startsWith(`${parent}.`) || path.startsWith(`${parent}[`);
}

/** Whether the plan is another one, or none at all, without what stands at the path. */
function plansOtherwise(planner: Planner, loaded: Loaded, plan: Outcome, path: ModelPath): boolean {
  const app = structuredClone(loaded.app);
  for (const hook of inheritingHooks(app, path)) remove(hook, path.slice(2));
  remove(app, path);
  try {
    return planner({ ...loaded, app }).data !== plan.data;
  } catch {
    return true;
  }
}

/** The pre_start hooks under which the loader has laid the service's key. */
function inheritingHooks(app: App, [section, name, key]: ModelPath): readonly object[] {
  const service = section === "services" ? app.services[String(name)] : undefined;
  if (service === undefined || typeof key !== "string") return [];
  const written = JSON.stringify(Reflect.get(service, key));
  return (service.pre_start ?? []).filter(hook => JSON.stringify(Reflect.get(hook, key)) === written);
}

function remove(node: unknown, [step, ...rest]: ModelPath): void {
  if (typeof node !== "object" || node === null || step === undefined) return;
  if (rest.length > 0) remove(Reflect.get(node, step), rest);
  else Reflect.deleteProperty(node, step);
}

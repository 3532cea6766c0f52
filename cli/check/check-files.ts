import { load } from "../../components/app/load/load";
import type { Loaded, LoadRequest } from "../../components/app/load/loaded";
import { InvalidInput, type Issue } from "../../components/lib/issues";
import type { ReportEntry } from "../../components/workloads/verdict";
import { outcomeOf } from "../report/outcome";
import type { Finding, Workload } from "./finding";
import { reportFor } from "./report-for";

/** Everything there is to say of Compose files that are merged in their order, on each of the workloads. */
export function checkFiles(request: LoadRequest, workloads: readonly Workload[]): readonly Finding[] {
  const loaded = attempt(() => load(request));
  if (!loaded.ok) return loaded.issues.map(invalid);
  return [
    ...loaded.value.warnings.map(warning),
    ...workloads.flatMap(workload => verdicts(loaded.value, workload)),
  ];
}

function verdicts(loaded: Loaded, workload: Workload): Finding[] {
  const report = attempt(() => reportFor(loaded, workload));
  if (!report.ok) return report.issues.map(issue => refused(issue, workload));
  return report.value.flatMap(entry => adaptation(entry, workload));
}

type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

function attempt<T>(make: () => T): Attempt<T> {
  try {
    return { ok: true, value: make() };
  } catch (error) {
    if (error instanceof InvalidInput) return { ok: false, issues: error.issues };
    throw error;
  }
}

function invalid(issue: Issue): Finding {
  return { outcome: "invalid", ...told(issue) };
}

function refused(issue: Issue, target: Workload): Finding {
  return { outcome: "refused", target, ...told(issue) };
}

function told({ path, wrong, instead, at }: Issue): Pick<Finding, "path" | "message" | "at"> {
  return { path, message: `${wrong}; ${instead}`, ...(at && { at }) };
}

function warning(message: string): Finding {
  return { outcome: "warning", path: "", message };
}

function adaptation(entry: ReportEntry, target: Workload): Finding[] {
  const { path, key, note, at } = entry;
  const outcome = outcomeOf(entry);
  if (outcome === "same") return [];
  const message = note.replace(/^withheld: /, "");
  return [{ outcome, target, path, key, message, ...(at && { at }) }];
}

import type { Facts } from "../../advice/facts";
import type { Loaded } from "../../components/app/load/loaded";
import { InvalidInput } from "../../components/lib/issues";
import type { Workload } from "../check/finding";
import { reportFor } from "../check/report-for";

/** The keys of an app that each workload refuses. */
export function refusedKeys(loaded: Loaded): Facts["refused"] {
  return { docker: refusedBy(loaded, "docker"), kubernetes: refusedBy(loaded, "kubernetes") };
}

function refusedBy(loaded: Loaded, workload: Workload): readonly string[] {
  try {
    reportFor(loaded, workload);
    return [];
  } catch (error) {
    if (error instanceof InvalidInput) return error.issues.map(({ path }) => path);
    throw error;
  }
}

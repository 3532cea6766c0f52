import { ALLOW_MARK } from "../../lib/allow-mark";
import { sortedEntries } from "../../lib/records";
import type { Reporter } from "../shared/reporter";
import type { Labels } from "./labels";
import type { Workload } from "./workload";

/** What Kubernetes takes as an annotation's key: an optional DNS name and `/`, then up to 63 characters. */
const KEY = /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

/** `labels` and `annotations` of a service as annotations of its pods, which take any text, and its allowances. */
export function podAnnotations({ service, extension }: Workload): Labels {
  const { allow } = extension;
  const mark = allow.length === 0 ? {} : { [ALLOW_MARK]: [...allow].sort().join(",") };
  const kept = sortedEntries({ ...service.labels, ...service.annotations, ...mark }).filter(([key]) =>
    KEY.test(key),
  );
  return Object.fromEntries(kept);
}

/** Says which labels have a key that no annotation may have. */
export function reportAnnotations({ name, service }: Workload, reporter: Reporter): void {
  for (const from of ["labels", "annotations"] as const) {
    for (const key of Object.keys(service[from] ?? {}).filter(one => !KEY.test(one))) {
      const note = "left out: Kubernetes has no annotation with such a key";
      reporter.adapted(`services.*.${from}`, ["services", name, from, key], note);
    }
  }
}

import type { ImageReference } from "../references";
import { builtKeys } from "../shared/built-keys";
import { nodeArchitectures } from "./boards";
import { KUBERNETES_SUPPORT } from "./support";
import type { PlanContext, Workload } from "./workload";

/** The image of each service, for every architecture of the nodes it may go to unless `build.platforms` names fewer. */
export function imagesOf(context: PlanContext): readonly ImageReference[] {
  return [...context.workloads.values()]
    .map(workload => imageOf(workload, nodeArchitectures(context, workload)))
    .sort((a, b) => (a.service < b.service ? -1 : 1));
}

function imageOf({ name, service }: Workload, architectures: readonly string[]): ImageReference {
  const { build, image = "", platform } = service;
  if (build === undefined) return { kind: "pull", service: name, image };
  const runnable = architectures.map(one => `linux/${one}`);
  const wanted = platform === undefined ? (build.platforms ?? []) : [platform];
  const both = runnable.filter(one => wanted.some(other => other === one || other.startsWith(`${one}/`)));
  const platforms = both.length > 0 ? both : runnable;
  return { kind: "build", service: name, build: builtKeys(build, KUBERNETES_SUPPORT), platforms };
}

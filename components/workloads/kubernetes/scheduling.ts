import type { Reporter } from "../shared/reporter";
import { boardTolerations } from "./board-placement";
import { nodeArchitectures, runsOnBoards } from "./boards";
import type { Fields } from "./fields";
import { gpuTolerations } from "./gpus";
import { platformArchitecture } from "./platform-architecture";
import type { PlanContext, Workload } from "./workload";

/** The label and taint of nodes that the cloud may take back. */
export const CAPACITY_LABEL = "towpath.dev/capacity";

/** Whether a service's pods may go to spot nodes: it asks for it and the cluster has some. */
export function runsOnSpot({ facts }: PlanContext, { extension }: Workload): boolean {
  return extension.spot && facts.spot;
}

/** Lets pods onto spot nodes, nodes with the GPUs that they ask for, and boards; others are kept off by the taints. */
export function tolerationsOf(context: PlanContext, workload: Workload): readonly Fields[] | undefined {
  const spot = { key: CAPACITY_LABEL, operator: "Equal", value: "spot", effect: "NoSchedule" };
  const tolerations = [
    ...(runsOnSpot(context, workload) ? [spot] : []),
    ...gpuTolerations(workload.service),
    ...boardTolerations(context, workload),
  ];
  return tolerations.length > 0 ? tolerations : undefined;
}

/** `platform` as a node selector. */
export function nodeSelectorOf({ service }: Workload): Fields | undefined {
  const architecture = platformArchitecture(service.platform);
  return architecture === undefined ? undefined : { "kubernetes.io/arch": architecture };
}

/** Refuses platforms and runtimes that no node has, and says where spot cannot be honoured. */
export function checkPlacement(context: PlanContext, workload: Workload): void {
  const { facts, reporter } = context;
  const { name, service, extension } = workload;
  refuseRuntime(name, service.runtime, reporter);
  refusePlatform(context, workload);
  if (extension.spot && !facts.spot) {
    const note = "spot: this cluster has no spot nodes, so the pods run on the others";
    reporter.adapted("services.*.x-towpath", ["services", name, "x-towpath", "spot"], note);
  }
}

/** A service for boards of which there is none is told that instead. */
function refusePlatform(context: PlanContext, workload: Workload): void {
  const { name, service } = workload;
  const { platform } = service;
  const architectures = nodeArchitectures(context, workload);
  if (platform === undefined || architectures.length === 0) return;
  const architecture = platformArchitecture(platform);
  if (architectures.some(one => one === architecture)) return;
  const node = runsOnBoards(workload) ? "board that x-towpath.edge asks for" : "node";
  const has = architectures.map(one => `linux/${one}`).join(" or ");
  context.reporter.refuse(
    "services.*.platform",
    ["services", name, "platform"],
    `no ${node} runs ${platform}`,
    `write ${has}`,
  );
}

function refuseRuntime(name: string, runtime: string | undefined, reporter: Reporter): void {
  if (runtime === undefined || ["", "runc", "nvidia"].includes(runtime)) return;
  const wrong = `no node has the runtime ${runtime}`;
  reporter.refuse(
    "services.*.runtime",
    ["services", name, "runtime"],
    wrong,
    "build a Linux image and leave runtime out",
  );
}

import type { Reporter } from "../shared/reporter";
import type { Fields } from "./fields";
import { gpuTolerations } from "./gpus";
import type { PlanContext, Workload } from "./workload";

/** The label and taint of nodes that the cloud may take back. */
export const CAPACITY_LABEL = "towpath.dev/capacity";

/** Whether a service's pods may go to spot nodes: it asks for it and the cluster has some. */
export function runsOnSpot({ facts }: PlanContext, { extension }: Workload): boolean {
  return extension.spot && facts.spot;
}

/** Lets pods onto spot nodes and nodes with the GPUs that they ask for; others are kept off by the taints. */
export function tolerationsOf(context: PlanContext, workload: Workload): readonly Fields[] | undefined {
  const spot = { key: CAPACITY_LABEL, operator: "Equal", value: "spot", effect: "NoSchedule" };
  const tolerations = [...(runsOnSpot(context, workload) ? [spot] : []), ...gpuTolerations(workload.service)];
  return tolerations.length > 0 ? tolerations : undefined;
}

/** `platform` as a node selector. */
export function nodeSelectorOf({ service }: Workload): Fields | undefined {
  const architecture = architectureOf(service.platform);
  return architecture === undefined ? undefined : { "kubernetes.io/arch": architecture };
}

/** Refuses platforms and runtimes that no node has, and says where spot cannot be honoured. */
export function checkPlacement(context: PlanContext, workload: Workload): void {
  const { facts, reporter } = context;
  const { name, service, extension } = workload;
  refuseRuntime(name, service.runtime, reporter);
  const { platform } = service;
  const architecture = architectureOf(platform);
  if (platform !== undefined && !facts.architectures.some(one => one === architecture)) {
    const has = facts.architectures.map(one => `linux/${one}`).join(" or ");
    reporter.refuse(
      "services.*.platform",
      ["services", name, "platform"],
      `no node runs ${platform}`,
      `write ${has}`,
    );
  }
  if (extension.spot && !facts.spot) {
    const note = "spot: this cluster has no spot nodes, so the pods run on the others";
    reporter.adapted("services.*.x-towpath", ["services", name, "x-towpath", "spot"], note);
  }
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

function architectureOf(platform: string | undefined): string | undefined {
  const [os, architecture] = (platform ?? "").split("/");
  const names: Readonly<Record<string, string>> = { x86_64: "amd64", aarch64: "arm64" };
  return os === "linux" && architecture !== undefined ? (names[architecture] ?? architecture) : undefined;
}

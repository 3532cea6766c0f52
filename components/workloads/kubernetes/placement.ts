import type { Service } from "../../app/model/service";
import type { Reporter } from "../shared/reporter";
import type { Fields } from "./fields";
import { architectureName } from "./platform-architecture";
import type { Workload } from "./workload";

/** Swarm's names for what a node is, and the labels that say the same on a cluster. */
const NODE_LABELS: Readonly<Record<string, string>> = {
  "node.hostname": "kubernetes.io/hostname",
  "node.platform.os": "kubernetes.io/os",
  "node.platform.arch": "kubernetes.io/arch",
};

/** `deploy.placement.constraints` as requirements on a node's labels; those that cannot be are left to the check. */
export function placementExpressions(service: Service): readonly Fields[] {
  return (service.deploy?.placement?.constraints ?? []).flatMap(text => {
    const expression = expressionOf(text);
    return expression === undefined ? [] : [expression];
  });
}

/** Refuses constraints on what only Swarm knows. */
export function refusePlacement({ name, service }: Workload, reporter: Reporter): void {
  for (const [index, text] of (service.deploy?.placement?.constraints ?? []).entries()) {
    if (expressionOf(text) !== undefined) continue;
    const path = ["services", name, "deploy", "placement", "constraints", index];
    const instead = "write node.labels.<label> == <value>, node.hostname or node.platform.arch";
    reporter.refuse(
      "services.*.deploy.placement.constraints",
      path,
      `${text} is known to Swarm only`,
      instead,
    );
  }
}

function expressionOf(text: string): Fields | undefined {
  const [, subject = "", comparison, value = ""] = /^\s*(\S+?)\s*(==|!=)\s*(\S+)\s*$/.exec(text) ?? [];
  const label = subject.startsWith("node.labels.")
    ? subject.slice("node.labels.".length)
    : NODE_LABELS[subject];
  if (label === undefined || comparison === undefined) return undefined;
  return { key: label, operator: comparison === "==" ? "In" : "NotIn", values: [archName(label, value)] };
}

function archName(label: string, value: string): string {
  return label === "kubernetes.io/arch" ? architectureName(value) : value;
}

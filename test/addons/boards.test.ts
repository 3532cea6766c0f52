import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ADDON_KEYS, type Values } from "../../components/addons/addon";
import { CATALOG } from "../../components/addons/catalog";
import { EDGE_TAINT } from "../../components/lib/edge";
import { contexts } from "./contexts";
import { merged } from "./merged";

const CHARTS = resolve(__dirname, "../../../shared/charts");
const here = existsSync(CHARTS);
const ALL = contexts().filter(({ platform }) => platform === "k3s");

/** Refused on K3s, whose nodes have no driver; its pods go to nodes with a label of their own. */
const NOT_ON_K3S = ["nvidiaDevicePlugin"];

/** Of servers, which no board is. */
const CONTROL_PLANE = "node-role.kubernetes.io/control-plane";

interface Toleration {
  readonly key?: string;
  readonly operator?: string;
  readonly value?: string;
  readonly effect?: string;
}

/** As the scheduler decides it. Source: Kubernetes, "Taints and Tolerations". */
function tolerates({ key, operator = "Equal", value, effect }: Toleration): boolean {
  if (effect !== undefined && effect !== "" && effect !== EDGE_TAINT.effect) return false;
  if (key === undefined || key === "") return operator === "Exists";
  return key === EDGE_TAINT.key && (operator === "Exists" || value === EDGE_TAINT.value);
}

/** Parts of values whose pods would get past a board's taint and are kept off by nothing else. */
function open(values: unknown, path: readonly string[]): readonly string[] {
  if (typeof values !== "object" || values === null || Array.isArray(values)) return [];
  const { tolerations, tolerateAllTaints, affinity, nodeSelector } = values as Values;
  const passes = tolerateAllTaints === true || ((tolerations ?? []) as readonly Toleration[]).some(tolerates);
  const kept = keepsOff(affinity) || Object.hasOwn((nodeSelector ?? {}) as object, CONTROL_PLANE);
  const below = Object.entries(values).flatMap(([key, value]) => open(value, [...path, key]));
  return passes && !kept ? [path.join("/"), ...below] : below;
}

function keepsOff(affinity: unknown): boolean {
  return JSON.stringify(affinity ?? {}).includes(
    JSON.stringify({ key: EDGE_TAINT.key, operator: "DoesNotExist" }),
  );
}

describe("where boards are nodes", () => {
  it.skipIf(!here).each(ADDON_KEYS.filter(key => !NOT_ON_K3S.includes(key)))(
    `no pod of %s lands on one${here ? "" : " (skipped: ../shared/charts is not here)"}`,
    key => {
      const { chart, values } = CATALOG[key];
      const file = resolve(CHARTS, chart.name, "values.yaml");
      const defaults = existsSync(file) ? parse(readFileSync(file, "utf8"), { merge: true }) : {};
      for (const context of ALL.filter(({ edge }) => edge)) {
        expect(open(merged(defaults, values(context)), [key])).toEqual([]);
      }
    },
  );

  it("the exporter of a node, which tolerates every taint by its own chart, is kept off", () => {
    for (const context of ALL) {
      const exporter = CATALOG.monitoring.values(context)["prometheus-node-exporter"] as Values;
      expect(keepsOff(exporter.affinity)).toBe(context.edge);
    }
  });

  it("nobody asks a board's kubelet, which pods do not reach, and all others as before", () => {
    for (const context of ALL) {
      const { kubelet } = CATALOG.monitoring.values(context);
      if (!context.edge) expect(kubelet).toBeUndefined();
      else {
        const { serviceMonitor } = kubelet as { serviceMonitor: Record<string, unknown> };
        expect(serviceMonitor.attachMetadata).toEqual({ node: true });
        for (const page of ["relabelings", "cAdvisorRelabelings", "probesRelabelings"])
          expect(serviceMonitor[page]).toEqual([
            {
              action: "drop",
              sourceLabels: ["__meta_kubernetes_node_label_towpath_dev_edge"],
              regex: "true",
            },
            { action: "replace", sourceLabels: ["__metrics_path__"], targetLabel: "metrics_path" },
          ]);
      }
    }
  });

  it("values are those without boards, but for the two that need more", () => {
    const differ = ADDON_KEYS.filter(key =>
      ALL.some(context => {
        const { values } = CATALOG[key];
        return JSON.stringify(values(context)) !== JSON.stringify(values({ ...context, edge: false }));
      }),
    );
    expect(differ).toEqual(["ebsCsi", "monitoring"]);
  });
});

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ADDON_KEYS, type Addon, type Chart, type Values } from "../../components/addons/addon";
import { CATALOG } from "../../components/addons/catalog";
import { contexts } from "./contexts";
import { merged } from "./merged";
import { unknownKeys } from "./unknown-keys";

const CHARTS = resolve(__dirname, "../../../shared/charts");
const ALL = contexts();
/** As many surroundings as each chart is checked in, at least. */
const ENOUGH = 12;

/**
 * Values that a chart takes without listing them: those of sub-charts (read in the sub-charts' own values.yaml), and
 * parts that a template passes on to Kubernetes or to a command line as they are, beside the chart's defaults.
 */
const UNLISTED: Readonly<Record<string, readonly string[]>> = {
  traefik: [
    "service/spec/externalTrafficPolicy",
    "service/spec/loadBalancerClass",
    "service/spec/loadBalancerSourceRanges",
  ],
  // Kubernetes' own types: the chart names only what it sets.
  "aws-load-balancer-controller": ["podSecurityContext/seccompProfile", "securityContext/capabilities"],
  kyverno: [
    "crds/migration/podResources/requests/ephemeral-storage",
    "crds/migration/podResources/limits/ephemeral-storage",
  ],
  // The chart's values name the buckets in a comment; limits_config goes to Loki 3.7 as it is.
  loki: ["loki/storage/bucketNames", "loki/limits_config/retention_period"],
  // Keys of the ConfigMaps argocd-cm and argocd-cmd-params-cm of Argo CD 3.4.
  "argo-cd": ["configs/cm/users.anonymous.enabled", "configs/params/server.insecure"],
  // Flags of cluster-autoscaler 1.35.
  "cluster-autoscaler": [
    "extraArgs/expander",
    "extraArgs/balance-similar-node-groups",
    "extraArgs/skip-nodes-with-system-pods",
    "extraArgs/skip-nodes-with-local-storage",
    "extraArgs/scale-down-unneeded-time",
  ],
  // grafana 12.11.1
  "kube-prometheus-stack": [
    "grafana/env",
    "grafana/grafana.ini",
    "grafana/resources",
    "grafana/testFramework",
    "grafana/sidecar/dashboards/skipReload",
    "grafana/sidecar/datasources/skipReload",
    "grafana/sidecar/datasources/initDatasources",
    "grafana/sidecar/resources",
    // kube-state-metrics 8.4.0
    "kube-state-metrics/resources",
    // prometheus-node-exporter 4.56.1
    "prometheus-node-exporter/affinity",
    "prometheus-node-exporter/resources",
  ],
};

/** The values of an add-on in all contexts, each once. */
function distinctValues({ values }: Addon): readonly Values[] {
  return [...new Map(ALL.map(values).map(one => [JSON.stringify(one), one])).values()];
}

function chartValues({ name }: Chart): Record<string, unknown> {
  return parse(readFileSync(resolve(CHARTS, name, "values.yaml"), "utf8"), { merge: true });
}

describe.each(ADDON_KEYS)("values of %s", key => {
  it("are the same for the same context, and plain data", () => {
    const { values } = CATALOG[key];
    for (const context of ALL) {
      const once = JSON.stringify(values(context));
      expect(JSON.stringify(values(context))).toBe(once);
      expect(JSON.parse(once)).toEqual(values(context));
    }
  });
});

/** Charts that the shared ones lack; their few values were read off the chart's source. */
const NOT_AT_HAND = ["traefik-crds"];
const here = existsSync(CHARTS);
const addons = Object.values(CATALOG).filter(({ chart }) => !NOT_AT_HAND.includes(chart.name));
const withSchema = addons.filter(({ chart }) =>
  existsSync(resolve(CHARTS, chart.name, "values.schema.json")),
);

describe.skipIf(!here)(`the charts${here ? "" : " (skipped: ../shared/charts is not here)"}`, () => {
  it("are all at hand but those that are named", () => {
    const missing = Object.values(CATALOG).filter(({ chart }) => !existsSync(resolve(CHARTS, chart.name)));
    expect(missing.map(({ chart }) => chart.name)).toEqual(NOT_AT_HAND);
    expect(withSchema.length).toBeGreaterThan(0);
  });

  it.each(addons.map(addon => [addon.key, addon] as const))("know every value of %s", (_, addon) => {
    const known = chartValues(addon.chart);
    const free = new Set(UNLISTED[addon.chart.name] ?? []);
    for (const values of distinctValues(addon)) expect(unknownKeys(values, known, free)).toEqual([]);
  });

  it.each(addons.map(addon => [addon.key, addon] as const))("are the ones that %s pins", (_, { chart }) => {
    const lines = readFileSync(resolve(CHARTS, chart.name, "VERSION"), "utf8").split("\n");
    expect(lines).toContain(`version: ${chart.version}`);
    expect(lines).toContain(`chartRepository: ${chart.repository}`);
  });

  it.each(withSchema.map(addon => [addon.key, addon] as const))(
    "accept the values of %s by their schema",
    (_, addon) => {
      const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, logger: false });
      const schema = JSON.parse(
        readFileSync(resolve(CHARTS, addon.chart.name, "values.schema.json"), "utf8"),
      );
      const validate = ajv.compile({ ...schema, $schema: undefined });
      for (const values of distinctValues(addon)) {
        validate(merged(chartValues(addon.chart), values));
        expect(validate.errors ?? []).toEqual([]);
      }
    },
  );
});

describe("unknownKeys", () => {
  it("finds a misspelt key however deep, and lets a mapping be filled that the chart leaves empty", () => {
    const known = { a: { b: { c: 1 } }, open: {}, list: [] };
    const values = { a: { b: { x: 1 } }, open: { any: 1 }, list: [{ y: 1 }], z: 1 };
    expect(unknownKeys(values, known, new Set())).toEqual(["a/b/x", "z"]);
  });
});

describe("every add-on", () => {
  it("is checked in enough surroundings", () => {
    expect(ALL.length).toBeGreaterThanOrEqual(ENOUGH);
  });

  it("is pinned to an exact version of a repository with TLS", () => {
    for (const { chart } of Object.values(CATALOG)) {
      expect(chart.version).toMatch(/^v?\d+\.\d+\.\d+$/);
      expect(chart.repository).toMatch(/^https:\/\//);
    }
  });

  it("has requests and limits for memory, CPU and local disk wherever it sets resources", () => {
    for (const addon of Object.values(CATALOG))
      for (const context of ALL) expectBounded(addon.values(context));
  });

  it("asks for nothing of what would give a pod the node", () => {
    const text = ALL.map(context => JSON.stringify(CATALOG.traefik.values(context))).join();
    expect(text).not.toMatch(/"privileged":true|"hostPath"|"hostNetwork":true|SYS_ADMIN/);
  });
});

function expectBounded(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, below] of Object.entries(value)) {
    if (key === "resources" && "limits" in below)
      for (const side of ["requests", "limits"])
        expect(Object.keys(below[side]).sort()).toEqual(["cpu", "ephemeral-storage", "memory"]);
    else expectBounded(below);
  }
}

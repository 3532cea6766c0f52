import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ADDON_KEYS } from "../../components/addons/addon";
import { CATALOG } from "../../components/addons/catalog";
import { contexts } from "./contexts";
import { unknownKeys } from "./unknown-keys";

const CHARTS = resolve(__dirname, "../../../shared/charts");
const ALL = contexts(ADDON_KEYS);

/**
 * Values that a chart takes without listing them: those of sub-charts (read in the sub-charts' own values.yaml), and
 * parts that a template passes on to Kubernetes or to a command line as they are, beside the chart's defaults.
 */
const UNLISTED: Readonly<Record<string, readonly string[]>> = {
  traefik: ["service/spec/externalTrafficPolicy", "service/spec/loadBalancerSourceRanges"],
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
    "prometheus-node-exporter/resources",
  ],
};

describe.each(ADDON_KEYS)("values of %s", key => {
  const { chart, values } = CATALOG[key];
  const folder = resolve(CHARTS, chart.name);
  const here = existsSync(resolve(folder, "values.yaml"));
  const schemaFile = resolve(folder, "values.schema.json");

  it("are the same for the same context, and plain data", () => {
    for (const context of ALL) {
      const once = JSON.stringify(values(context));
      expect(JSON.stringify(values(context))).toBe(once);
      expect(JSON.parse(once)).toEqual(values(context));
    }
  });

  it.skipIf(!here)(`have only keys of ${chart.name} ${here ? "" : "(skipped: chart not at hand)"}`, () => {
    const known: Record<string, unknown> = parse(readFileSync(resolve(folder, "values.yaml"), "utf8"));
    const free = new Set(UNLISTED[chart.name] ?? []);
    for (const context of ALL) expect(unknownKeys(values(context), known, free)).toEqual([]);
  });

  it.skipIf(!here)(`pin the chart at hand ${here ? "" : "(skipped: chart not at hand)"}`, () => {
    const lines = readFileSync(resolve(folder, "VERSION"), "utf8").split("\n");
    expect(lines).toContain(`version: ${chart.version}`);
    expect(lines).toContain(`chartRepository: ${chart.repository}`);
  });

  const hasSchema = existsSync(schemaFile);
  it.skipIf(!hasSchema)(`meet the chart's schema ${hasSchema ? "" : "(skipped: it has none)"}`, () => {
    const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, logger: false });
    const schema = JSON.parse(readFileSync(schemaFile, "utf8"));
    const validate = ajv.compile({ ...schema, $schema: undefined });
    for (const context of ALL) {
      validate(values(context));
      expect(validate.errors ?? []).toEqual([]);
    }
  });
});

describe("unknownKeys", () => {
  it("finds a misspelt key however deep, and lets a mapping be filled that the chart leaves empty", () => {
    const known = { a: { b: { c: 1 } }, open: {}, list: [] };
    const values = { a: { b: { x: 1 } }, open: { any: 1 }, list: [{ y: 1 }], z: 1 };
    expect(unknownKeys(values, known, new Set())).toEqual(["a/b/x", "z"]);
  });
});

describe("every add-on", () => {
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

import { shortHash } from "../lib/names";
import type { AppFacts, AppWorkload } from "./app-facts";
import { appQueries } from "./app-queries";

interface Panel {
  readonly title: string;
  /** Unit as Grafana calls it. */
  readonly unit: string;
  readonly lines: readonly (readonly [legend: string, query: string])[];
}

/** Grafana's grid is 24 wide; three panels a row. */
const WIDTH = 8;
const HEIGHT = 7;

/** A Grafana dashboard of an app: for each service its requests, CPU, memory, restarts and replicas. */
export function appDashboard({ namespace, workloads }: Pick<AppFacts, "namespace" | "workloads">) {
  const panels: Record<string, unknown>[] = [];
  let top = 0;
  for (const workload of workloads) {
    const own = panelsOf(namespace, workload);
    panels.push(heading(panels.length + 1, top, workload.name));
    for (const [at, panel] of own.entries()) panels.push(graph(panels.length + 1, top + 1, at, panel));
    top += 1 + Math.ceil(own.length / 3) * HEIGHT;
  }
  return {
    uid: `towpath-${shortHash(namespace, 16)}`,
    title: `App: ${namespace}`,
    tags: ["towpath"],
    timezone: "utc",
    editable: false,
    refresh: "30s",
    schemaVersion: 39,
    time: { from: "now-3h", to: "now" },
    panels,
  };
}

function panelsOf(namespace: string, workload: AppWorkload): Panel[] {
  const ask = appQueries(namespace, workload);
  const traffic: Panel[] = [
    { title: "Requests", unit: "reqps", lines: [["{{code}}", ask.requests]] },
    { title: "Slowest twentieth of requests", unit: "s", lines: [["95 %", ask.slowest]] },
  ];
  return [
    ...(workload.routed ? traffic : []),
    {
      title: "Replicas",
      unit: "short",
      lines: [
        ["ready", ask.ready],
        ["wanted", ask.wanted],
      ],
    },
    {
      title: "CPU",
      unit: "cores",
      lines: [
        ["used", ask.cpu],
        ["requested", ask.cpuRequested],
      ],
    },
    {
      title: "Memory",
      unit: "bytes",
      lines: [
        ["used", ask.memory],
        ["limit", ask.memoryLimit],
      ],
    },
    { title: "Restarts in an hour", unit: "short", lines: [["restarts", ask.restarts]] },
  ];
}

function heading(id: number, y: number, title: string) {
  return { id, type: "row", title, collapsed: false, panels: [], gridPos: { x: 0, y, w: 24, h: 1 } };
}

function graph(id: number, top: number, at: number, { title, unit, lines }: Panel) {
  return {
    id,
    type: "timeseries",
    title,
    datasource: { type: "prometheus", uid: "prometheus" },
    gridPos: { x: (at % 3) * WIDTH, y: top + Math.floor(at / 3) * HEIGHT, w: WIDTH, h: HEIGHT },
    fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
    targets: lines.map(([legendFormat, expr], line) => ({
      refId: String.fromCharCode(65 + line),
      expr,
      legendFormat,
    })),
  };
}

import { describe, expect, it } from "vitest";
import { appDashboard } from "../../components/addons/app-dashboard";

const web = { name: "web", kind: "Deployment", routed: true } as const;
const db = { name: "web-db", kind: "StatefulSet", routed: false } as const;

function titles(dashboard: ReturnType<typeof appDashboard>): unknown[] {
  return dashboard.panels.map(({ title }) => title);
}

describe("appDashboard", () => {
  it("has a row for each service, with requests only where the proxy routes", () => {
    const all = ["Replicas", "CPU", "Memory", "Restarts in an hour"];
    expect(titles(appDashboard({ namespace: "shop", workloads: [web, db] }))).toEqual([
      "web",
      "Requests",
      "Slowest twentieth of requests",
      ...all,
      "web-db",
      ...all,
    ]);
  });

  it("gives every panel a number and a place of its own", () => {
    const { panels } = appDashboard({ namespace: "shop", workloads: [web, db] });
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(new Set(panels.map(({ gridPos }) => JSON.stringify(gridPos))).size).toBe(panels.length);
  });

  it("takes no pods of a service whose name begins alike", () => {
    const text = JSON.stringify(appDashboard({ namespace: "shop", workloads: [web] }));
    const [, pattern = ""] = /pod=~\\"([^"\\]+)\\"/.exec(text) ?? [];
    const pods = new RegExp(`^${pattern}$`);
    expect(pods.test("web-7c9f4b5d6-abcde")).toBe(true);
    expect(pods.test("web-db-0")).toBe(false);
    expect(pods.test("web-admin-7c9f4b5d6-abcde")).toBe(false);
  });
});

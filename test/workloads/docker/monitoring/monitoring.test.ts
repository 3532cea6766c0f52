import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { DASHBOARD_EXPRESSIONS } from "../../../../components/workloads/docker/monitoring/dashboard";
import type {
  MonitoringRequest,
  Receiver,
} from "../../../../components/workloads/docker/monitoring/monitoring-request";
import { planDocker } from "../../../../components/workloads/docker/plan";
import { renderBundle } from "../../../../components/workloads/docker/render-bundle";
import { builtTool } from "../../../harness/equipment";
import { loadedApp } from "../../shared/loaded-app";

const tools = builtTool("prometheus");
const folder = mkdtempSync(join(tmpdir(), "towpath-monitoring-"));
afterAll(() => rmSync(folder, { recursive: true }));

const web = { image: "ghcr.io/example/web:1", "x-towpath": { ingress: { port: 8080 } } };

function planned(change: Partial<MonitoringRequest> = {}, services: Record<string, object> = { web }) {
  const loaded = loadedApp({ services });
  const monitoring = { retentionDays: 15, ...change };
  return planDocker({ loaded, volumeSizeGb: 10, acmeEmail: "ops@example.com", monitoring, metrics: true });
}

/** The text of a file, by its path below the folder that is mounted. */
function fileOf(plan: ReturnType<typeof planned>, wanted: string): string {
  const found = plan.files.filter(({ path }) => path.replace(/^\w+\//, "") === wanted);
  expect(found).toHaveLength(1);
  return found[0]?.content ?? "";
}

function judged(program: "promtool" | "amtool", ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(join(tools ?? "", program), args, { encoding: "utf8" });
  return { status, said: stdout + stderr };
}

const SECRET = { secret: "alerts" };
const RECEIVERS: readonly Receiver[] = [
  { kind: "webhook", ...SECRET },
  { kind: "slack", channel: "#ops", ...SECRET },
  {
    kind: "email",
    to: "ops@example.com",
    from: "host@example.com",
    server: "smtp.example.com:587",
    username: "host",
    ...SECRET,
  },
];

describe("a host that Prometheus watches", () => {
  it("runs what watches beside the app, before the proxy", () => {
    expect(planned().services.map(({ name }) => name)).toEqual([
      "web",
      "towpath-node-exporter",
      "towpath-alertmanager",
      "towpath-prometheus",
      "towpath-grafana",
      "towpath-proxy",
    ]);
  });

  it("is not reached from outside, and gives nothing of the host away but its metrics", () => {
    const { compose, openPorts, routes } = planned();
    expect(openPorts).toEqual([]);
    expect(routes.map(({ service }) => service)).toEqual(["web"]);
    for (const [name, service] of Object.entries(compose.services)) {
      if (name === "web" || name === "towpath-proxy") continue;
      expect(service, name).toMatchObject({ read_only: true, cap_drop: ["ALL"] });
      expect(service).not.toHaveProperty("network_mode");
      expect(service).not.toHaveProperty("pid");
      const ports = [service.ports ?? []].flat() as { host_ip: string }[];
      for (const { host_ip } of ports) expect(host_ip).toBe("127.0.0.1");
      for (const { source, type, read_only } of service.volumes as Record<string, unknown>[]) {
        if (type === "volume") continue;
        expect(source).toMatch(/^\/srv\/towpath\/(files\/|metrics$)/);
        expect(read_only).toBe(true);
      }
    }
  });

  it("keeps the app's services off the network of what watches", () => {
    const { compose } = planned();
    const joined = Object.entries(compose.services).flatMap(([name, { networks }]) =>
      Object.hasOwn(Object(networks), "towpath-monitoring") ? [name] : [],
    );
    expect(joined).not.toContain("web");
    expect(joined).toContain("towpath-proxy");
  });

  it("leads to Grafana under its own name, with TLS and a login whose password is a reference", () => {
    const plan = planned({ grafana: { host: "grafana.example.com", secret: "grafana" } });
    expect(plan.routes.at(-1)).toMatchObject({
      service: "towpath-grafana",
      host: "grafana.example.com",
      tls: true,
    });
    expect(plan.secrets).toContainEqual({ name: "grafana", source: { kind: "config", key: "grafana" } });
    expect(plan.secretPlacements).toContainEqual(
      expect.objectContaining({ secret: "grafana", mode: 0o400, uid: "472" }),
    );
    const { environment } = plan.compose.services["towpath-grafana"] ?? {};
    expect(environment).toHaveProperty("GF_SECURITY_ADMIN_PASSWORD__FILE", "/run/secrets/admin-password");
    expect(environment).not.toHaveProperty("GF_AUTH_ANONYMOUS_ENABLED");
  });

  it("needs no proxy, where the app has none", () => {
    const plan = planned({}, { worker: { image: "ghcr.io/example/worker:1" } });
    expect(plan.proxy).toBeUndefined();
    expect(fileOf(plan, "prometheus.yaml")).not.toContain("towpath-proxy");
  });

  it("counts the host's own metrics every minute", () => {
    expect(renderBundle(planned(), {})["release.tsv"]).toContain("job\tmetrics\t*-*-* *:*:00 UTC\n");
  });

  it("names every file that its configuration reads", () => {
    const provider = parse(fileOf(planned(), "dashboards/towpath.yaml")).providers[0];
    const { volumes } = planned().compose.services["towpath-grafana"] as { volumes: { target: string }[] };
    expect(volumes.map(({ target }) => target)).toContain(provider.options.path);
    const shown = JSON.parse(fileOf(planned(), "host.json"));
    const source = parse(fileOf(planned(), "datasources/prometheus.yaml")).datasources[0];
    for (const { datasource } of shown.panels) expect(datasource.uid).toBe(source.uid);
  });
});

describe.skipIf(tools === undefined)(
  "what Prometheus' own programs say (skipped without .ci/prometheus/build)",
  () => {
    const write = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const rules = () => write("rules.yaml", fileOf(planned(), "rules.yaml"));

    it("of the configuration", () => {
      const text = fileOf(planned(), "prometheus.yaml").replaceAll("/etc/prometheus", folder);
      rules();
      const { status, said } = judged(
        "promtool",
        "check",
        "config",
        "--lint=all",
        "--lint-fatal",
        write("prometheus.yaml", text),
      );
      expect(status, said).toBe(0);
    });

    it("of the alerts: each fires when it should, and not before", () => {
      rules();
      copyFileSync(join(__dirname, "alert-rules.yaml"), join(folder, "tests.yaml"));
      const { status, said } = judged("promtool", "test", "rules", join(folder, "tests.yaml"));
      expect(status, said).toBe(0);
      const known = [...fileOf(planned(), "rules.yaml").matchAll(/alert: (\w+)/g)].map(([, name]) => name);
      expect(known).toContain("BackupTooOld");
    });

    it("of the dashboard's queries", () => {
      const asRules = DASHBOARD_EXPRESSIONS.map((expr, index) => ({ record: `panel:${index}`, expr }));
      const path = write("panels.yaml", JSON.stringify({ groups: [{ name: "panels", rules: asRules }] }));
      const { status, said } = judged("promtool", "check", "rules", path);
      expect(status, said).toBe(0);
    });

    it.each([undefined, ...RECEIVERS])("of Alertmanager's configuration for %j", receiver => {
      const text = fileOf(planned(receiver ? { receiver } : {}), "alertmanager.yaml");
      const { status, said } = judged("amtool", "check-config", write("alertmanager.yaml", text));
      expect(status, said).toBe(0);
    });
  },
);

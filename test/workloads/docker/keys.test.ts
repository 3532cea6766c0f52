import { describe, expect, it } from "vitest";
import type { Service } from "../../../components/app/model/service";
import { planOf, refusalsOf, serviceOf } from "./plan-of";

const HOOK = [{ command: ["warm"], user: "1000" }];

/** A value for each key that means on the host what it means in Compose. */
const KEPT = {
  annotations: { "com.example.a": "1" },
  blkio_config: { weight: 300 },
  command: ["serve", "--all"],
  cpu_shares: 512,
  cpuset: "0",
  depends_on: { other: { condition: "service_started", required: true } },
  dns: ["192.0.2.53"],
  dns_opt: ["ndots:2"],
  dns_search: ["example.com"],
  domainname: "example.com",
  entrypoint: ["/bin/tini"],
  environment: { A: "1" },
  expose: ["9000"],
  extra_hosts: ["db=192.0.2.1"],
  gpus: [{ count: 1 }],
  group_add: ["2000"],
  healthcheck: { test: ["CMD", "true"], interval: "5s" },
  hostname: "app-1",
  init: true,
  ipc: "shareable",
  labels: { "com.example.team": "a" },
  mac_address: "02:42:ac:11:65:43",
  oom_score_adj: 100,
  pid: "service:other",
  platform: "linux/arm64",
  post_start: HOOK,
  pre_stop: HOOK,
  read_only: true,
  restart: "on-failure:3",
  shm_size: "134217728",
  stdin_open: true,
  stop_grace_period: "20s",
  stop_signal: "SIGINT",
  sysctls: { "net.core.somaxconn": "1024" },
  tmpfs: ["/tmp"],
  tty: true,
  ulimits: { nofile: 1024 },
  user: "1000:1000",
  volumes_from: ["other"],
  working_dir: "/srv",
} as const satisfies Partial<Service>;

/** A value for each key that is left out. */
const IGNORED = {
  attach: false,
  cgroup_parent: "m-executor",
  cpu_count: 2,
  cpu_percent: 50,
  cpu_rt_period: 1000,
  cpu_rt_runtime: 400,
  develop: { watch: [{ path: ".", action: "rebuild" }] },
  isolation: "default",
  mem_swappiness: "10",
  oom_kill_disable: true,
  storage_opt: { size: "1G" },
  userns_mode: "host",
} as const satisfies Partial<Service>;

/** A value for each key that no allowance makes possible. */
const REFUSED = {
  credential_spec: { file: "spec.json" },
  external_links: ["other"],
  models: { llm: { endpoint_var: "URL" } },
  platform: "windows/amd64",
  pre_start: HOOK,
  provider: { type: "awesomecloud" },
  runtime: "io.containerd.wasmedge.v1",
  use_api_socket: true,
} as const satisfies Partial<Service>;

const rendered = (service: Partial<Service>) => serviceOf(planOf({ app: service, other: {} }), "app");

describe("a key of a service", () => {
  it.each(Object.entries(KEPT))("%s is written as it stands", (key, value) => {
    expect(rendered({ [key]: value })[key]).toEqual(value);
  });

  it.each(Object.entries(IGNORED))("%s leaves no trace, and that is said", (key, value) => {
    expect(rendered({ [key]: value })).toEqual(rendered({}));
    const { report } = planOf({ app: { [key]: value } });
    const [entry] = report.filter(({ path }) => path === `services.app.${key}`);
    expect(["ignored", "adapted"]).toContain(entry?.verdict);
  });

  it.each(Object.entries(REFUSED))("%s is refused with what to write instead", (key, value) => {
    const refusals = refusalsOf({ app: { [key]: value } });
    expect(Object.keys(refusals).some(path => path.startsWith(`services.app.${key}`))).toBe(true);
    for (const text of Object.values(refusals)) expect(text).toMatch(/\S; \S/);
  });

  it("has each $ doubled, for Compose reads the file again", () => {
    const service = rendered({ command: ["sh", "-c", "echo $HOME ${X}"], environment: { A: "$1" } });
    expect(service.command).toEqual(["sh", "-c", "echo $$HOME $${X}"]);
    expect(service.environment).toEqual({ A: "$$1" });
  });
});

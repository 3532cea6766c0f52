import fc from "fast-check";
import { build } from "./build-values";
import { deploy, deviceRequest } from "./deploy-values";
import { mount } from "./mount-values";
import { type Fields, few, sparse } from "./sparse";
import {
  address,
  bytes,
  command,
  count,
  duration,
  flag,
  identity,
  labels,
  one,
  variables,
  word,
} from "./values";

const HOOK: Fields = {
  command,
  user: identity,
  privileged: flag,
  working_dir: one("/srv", "/opt/app"),
  environment: variables,
};
const hook = sparse(HOOK, { required: ["command"], most: 4 });
const fileReference = (source: fc.Arbitrary<string>) =>
  sparse(
    { source, target: one("/etc/app/a", "/run/b"), uid: identity, gid: identity, mode: one("0440", 0o400) },
    { required: ["source"], most: 4 },
  );
const rates = fc.tuple(fc.record({ path: one("/dev/xvda"), rate: one(1048576, "2mb") }));
const byNetwork = (network: string) =>
  sparse(
    {
      aliases: few(word),
      driver_opts: one({ "com.example.opt": "1" }),
      gw_priority: count,
      interface_name: one("eth7"),
      ipv4_address: one("192.0.2.10", "192.0.2.12"),
      ipv6_address: one("2001:db8::7"),
      link_local_ips: one(["169.254.8.8"]),
      mac_address: one("02:42:ac:11:65:44"),
      priority: count,
    },
    { most: 6 },
  ).map(value => ({ [network]: value }));

/** Each key of a service, with values that the specification allows. */
export const SERVICE_VALUES: Fields = {
  annotations: labels,
  attach: flag,
  blkio_config: sparse(
    {
      weight: one(300, 700),
      weight_device: fc.tuple(fc.record({ path: one("/dev/xvda"), weight: count })),
      device_read_bps: rates,
      device_read_iops: rates,
      device_write_bps: rates,
      device_write_iops: rates,
    },
    { least: 1 },
  ),
  build,
  cap_add: few(one("NET_ADMIN", "SYS_NICE", "SYS_ADMIN", "CHOWN")),
  cap_drop: few(one("ALL", "CHOWN", "KILL", "NET_RAW")),
  cgroup: one("host", "private"),
  cgroup_parent: one("m-executor"),
  command,
  configs: few(one<unknown>("conf", "text")).chain(short =>
    fc.oneof(fc.constant(short), fc.tuple(fileReference(one("conf", "text", "outside", "fromenv")))),
  ),
  container_name: one("app-1", "legacy.name"),
  cpu_count: count,
  cpu_percent: one(50),
  cpu_period: one(50000),
  cpu_quota: one(25000),
  cpu_rt_period: one(1000),
  cpu_rt_runtime: one(400),
  cpu_shares: one(512),
  cpus: one(0.3, "1.5"),
  cpuset: one("0", "0-1"),
  credential_spec: one({ file: "spec.json" }, { config: "conf" }, { registry: "spec" }),
  depends_on: fc.oneof(
    one<unknown>(["other"]),
    sparse(
      {
        condition: one("service_started", "service_healthy", "service_completed_successfully"),
        required: flag,
        restart: flag,
      },
      { required: ["condition"] },
    ).map(other => ({ other })),
  ),
  deploy,
  develop: fc.record({
    watch: fc.tuple(
      sparse(
        {
          path: one("./src"),
          action: one("sync+exec", "sync", "rebuild"),
          target: one("/app"),
          exec: hook,
          ignore: one(["a/"]),
          include: one(["*.ts"]),
          initial_sync: flag,
        },
        { required: ["path", "action", "target"], most: 4 },
      ),
    ),
  }),
  device_cgroup_rules: one(["c 1:3 mr"]),
  devices: fc.tuple(
    fc.oneof(
      one<unknown>("/dev/ttyUSB0:/dev/ttyUSB1:rw"),
      sparse(
        { source: one("/dev/fuse"), target: one("/dev/fuse", "/dev/f2"), permissions: one("r", "rw") },
        { required: ["source", "target"] },
      ),
    ),
  ),
  dns: few(address),
  dns_opt: one(["ndots:2"], ["use-vc", "timeout:3"]),
  dns_search: few(one("example.com", "example.org")),
  domainname: one("example.com"),
  entrypoint: command,
  env_file: fc.oneof(
    one<unknown>("app.env"),
    fc.tuple(sparse({ path: one("app.env"), required: flag, format: one("raw") }, { required: ["path"] })),
  ),
  environment: variables,
  expose: few(one("9000", "7001", "7002-7003")),
  external_links: one(["elsewhere:db"]),
  extra_hosts: one<unknown>(["db=192.0.2.1"], { "host.docker.internal": "host-gateway", old: "192.0.2.9" }),
  gpus: fc.oneof(one<unknown>("all"), fc.tuple(deviceRequest([]))),
  group_add: few(one("2000", 3000)),
  healthcheck: sparse(
    {
      test: one<unknown>("true", ["CMD", "check"], ["NONE"]),
      disable: flag,
      interval: duration,
      timeout: duration,
      retries: count,
      start_period: one("90s", "10m"),
      start_interval: duration,
    },
    { required: ["test"], most: 4 },
  ),
  hostname: one("node-7"),
  image: one("ghcr.io/example/app:2", "nginx:1.27", "postgres:17"),
  init: flag,
  ipc: one("host", "shareable", "private", "service:other"),
  isolation: one("default"),
  label_file: one("app.labels"),
  labels,
  links: few(one("other", "other:db")),
  logging: sparse(
    { driver: one("json-file", "local", "syslog", "none"), options: one({ "max-size": "3m" }) },
    { least: 1 },
  ),
  mac_address: one("02:42:ac:11:65:43"),
  mem_limit: bytes,
  mem_reservation: one("32m"),
  mem_swappiness: one(10),
  memswap_limit: one("2gb", -1),
  models: one<unknown>(["llm"], { llm: { endpoint_var: "URL", model_var: "MODEL" } }),
  network_mode: one("host", "none", "bridge", "service:other"),
  networks: fc.oneof(few(one<unknown>("front", "back", "old")), byNetwork("front"), byNetwork("default")),
  oom_kill_disable: flag,
  oom_score_adj: one(100, -200),
  pid: one("host", "service:other"),
  pids_limit: one(77, -1),
  platform: one("linux/arm64", "linux/amd64", "windows/amd64"),
  ports: fc.oneof(
    few(one<unknown>("8080:80", "127.0.0.1:9100:9100", "5353:53/udp", "7000", "443:8443")),
    fc.tuple(
      sparse(
        {
          target: one(80, 5432),
          published: one("8080", "80", "5432"),
          host_ip: one("127.0.0.1", "127.0.0.2", "0.0.0.0"),
          protocol: one("tcp", "udp"),
          mode: one("host", "ingress"),
          name: one("web"),
          app_protocol: one("http", "example.com/own"),
        },
        { required: ["target"], most: 6 },
      ),
    ),
  ),
  post_start: few(hook),
  pre_start: few(sparse({ ...HOOK, image: one("busybox:1"), per_replica: flag }, { required: ["command"] })),
  pre_stop: few(hook),
  privileged: flag,
  profiles: one(["extra"]),
  provider: sparse({ type: one("awesomecloud"), options: one({ size: "big" }) }, { required: ["type"] }),
  pull_policy: one("always", "missing", "never", "daily", "build"),
  pull_refresh_after: one("24h"),
  read_only: flag,
  restart: one("no", "always", "unless-stopped", "on-failure:3"),
  runtime: one("runc", "io.containerd.wasmedge.v1"),
  scale: count,
  secrets: fc.oneof(few(one<unknown>("key", "var")), fc.tuple(fileReference(one("key", "var", "vault")))),
  security_opt: few(
    one("no-new-privileges:true", "seccomp:unconfined", "apparmor:unconfined", "label:disable"),
  ),
  shm_size: bytes,
  stdin_open: flag,
  stop_grace_period: duration,
  stop_signal: one("SIGINT", "SIGUSR1"),
  storage_opt: one({ size: "1G" }),
  sysctls: one<unknown>({ "net.core.somaxconn": 1024 }, ["net.ipv4.ip_unprivileged_port_start=0"]),
  tmpfs: one<unknown>("/tmp", ["/tmp", "/run:size=64m"]),
  tty: flag,
  ulimits: one<unknown>({ nproc: 65535 }, { nofile: { soft: 20000, hard: 40000 } }),
  use_api_socket: flag,
  user: one("1000", "1000:2000", "app", "0"),
  userns_mode: one("host"),
  uts: one("host"),
  volumes: few(mount),
  volumes_from: one(["other"], ["other:ro"]),
  working_dir: one("/srv"),
};

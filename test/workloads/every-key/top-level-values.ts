import fc from "fast-check";
import { type Fields, few, sparse } from "./sparse";
import { flag, labels, one } from "./values";

const network = sparse(
  {
    name: one("known-name"),
    driver: one("bridge", "macvlan"),
    driver_opts: one({ "com.docker.network.driver.mtu": "1400" }),
    attachable: flag,
    enable_ipv4: flag,
    enable_ipv6: flag,
    internal: flag,
    labels,
    ipam: sparse(
      {
        driver: one("default"),
        options: one({ "com.example.o": "1" }),
        config: fc.tuple(
          sparse(
            {
              subnet: one("192.0.2.0/24"),
              gateway: one("192.0.2.254"),
              ip_range: one("192.0.2.0/28"),
              aux_addresses: one({ host1: "192.0.2.5" }),
            },
            { required: ["subnet"] },
          ),
        ),
      },
      { least: 1 },
    ),
  },
  { most: 4 },
);
const external = one<unknown>(
  { external: true },
  { external: true, name: "theirs" },
  { external: { name: "theirs" } },
);
const named = sparse({ name: one("known-name"), labels });
const withNamed = (source: object) => named.map(more => ({ ...source, ...more }));

/** Each section of the top level; services name the entries. */
export const TOP_LEVEL_VALUES: Fields = {
  name: one("every-key", "shop"),
  version: one("3.8"),
  networks: fc.record({
    front: network,
    back: network,
    old: external,
    default: fc.oneof(one<unknown>(null), network),
  }),
  volumes: fc.record({
    data: sparse({ name: one("known-name"), driver: one("local", "rexray"), labels }, { most: 3 }),
    shared: named,
    old: external,
    nfs: one(
      { driver_opts: { type: "nfs", o: "addr=192.0.2.1", device: ":/srv" } },
      { driver_opts: { type: "none", device: "/mnt/x" } },
    ),
  }),
  configs: fc.record({
    conf: fc.oneof(
      withNamed({ file: "./conf/app.conf" }),
      one<object>({ file: "./conf/app.conf", template_driver: "golang" }),
    ),
    text: withNamed({ content: "text\n" }),
    outside: external,
    fromenv: withNamed({ environment: "APP_CONF" }),
  }),
  secrets: fc.record({
    key: fc.oneof(
      withNamed({ file: "./key.txt" }),
      one<object>(
        { file: "./key.txt", driver: "vault", driver_opts: { a: "1" } },
        { file: "./key.txt", template_driver: "golang" },
      ),
    ),
    var: withNamed({ environment: "APP_KEY" }),
    vault: external,
  }),
  models: fc.record({
    llm: sparse(
      {
        model: one("ai/small"),
        name: one("tiny"),
        context_size: one(1024),
        runtime_flags: few(one("--a", "--b")),
      },
      { required: ["model"] },
    ),
  }),
};

import {
  type Check,
  closed,
  DICT,
  FLAG,
  listOf,
  NUMBER,
  object,
  oneOf,
  TEXT,
  TEXT_OR_LIST,
  TEXTS,
  UNIQUE_TEXTS,
  WHOLE,
} from "./check";
import { EXTRA_HOSTS, FILE_REFERENCES, ULIMITS } from "./container";

const BUILD = object({
  context: TEXT,
  dockerfile: TEXT,
  dockerfile_inline: TEXT,
  entitlements: TEXTS,
  args: DICT,
  ssh: DICT,
  labels: DICT,
  cache_from: TEXTS,
  cache_to: TEXTS,
  no_cache: FLAG,
  no_cache_filter: TEXT_OR_LIST,
  additional_contexts: { map: { values: TEXT, names: /./ }, ...UNIQUE_TEXTS },
  network: TEXT,
  provenance: FLAG,
  sbom: FLAG,
  pull: FLAG,
  target: TEXT,
  shm_size: WHOLE,
  extra_hosts: EXTRA_HOSTS,
  isolation: TEXT,
  privileged: FLAG,
  secrets: FILE_REFERENCES,
  tags: TEXTS,
  ulimits: ULIMITS,
  platforms: TEXTS,
});

const DEPENDENCY = object(
  {
    restart: FLAG,
    required: { boolean: true },
    condition: oneOf("service_started", "service_healthy", "service_completed_successfully"),
  },
  ["condition"],
);

const PORT = object(
  {
    name: TEXT,
    mode: TEXT,
    host_ip: TEXT,
    target: WHOLE,
    published: WHOLE,
    protocol: TEXT,
    app_protocol: TEXT,
  },
  ["target"],
);

/** Keys of services and jobs, besides those of a container. */
export const WORKLOAD_KEYS: Readonly<Record<string, Check>> = {
  build: { text: true, ...BUILD },
  depends_on: {
    ...UNIQUE_TEXTS,
    map: { values: DEPENDENCY, names: /^[a-zA-Z0-9._-]+$/ },
  },
  healthcheck: object({
    disable: FLAG,
    interval: TEXT,
    retries: NUMBER,
    test: { text: true, ...TEXTS },
    timeout: TEXT,
    start_period: TEXT,
    start_interval: TEXT,
  }),
  ports: { list: { items: { number: true, text: true, ...PORT }, unique: true } },
  expose: { list: { items: { text: true, number: true }, unique: true } },
  stdin_open: FLAG,
  tty: FLAG,
  extends: { text: true, ...closed({ service: TEXT, file: TEXT }, ["service"]) },
  profiles: UNIQUE_TEXTS,
};

export const SCHEDULES = listOf({
  text: true,
  ...object(
    { cron: TEXT, timezone: TEXT, concurrency: oneOf("forbid", "queue"), missed_fires: oneOf("one", "skip") },
    ["cron"],
  ),
});

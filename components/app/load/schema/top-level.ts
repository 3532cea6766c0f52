import {
  type Check,
  closed,
  DICT,
  DRIVER_OPTIONS,
  FLAG,
  listOf,
  named,
  object,
  orEmpty,
  TEXT,
  TEXT_OR_LIST,
  TEXTS,
} from "./check";
import { JOB, SERVICE } from "./service";

const EXTERNAL: Check = { ...FLAG, ...object({ name: TEXT }) };
const OPEN_EXTERNAL: Check = { ...FLAG, map: { keys: { name: TEXT }, free: true } };
const TEXT_VALUES: Check = { map: { values: TEXT, names: /./ } };

const IPAM = object({
  driver: TEXT,
  config: listOf(object({ subnet: TEXT, ip_range: TEXT, gateway: TEXT, aux_addresses: TEXT_VALUES })),
  options: TEXT_VALUES,
});

const NETWORK = object({
  name: TEXT,
  driver: TEXT,
  driver_opts: DRIVER_OPTIONS,
  ipam: IPAM,
  external: EXTERNAL,
  internal: FLAG,
  enable_ipv4: FLAG,
  enable_ipv6: FLAG,
  attachable: FLAG,
  labels: DICT,
});

const VOLUME = object({
  name: TEXT,
  driver: TEXT,
  driver_opts: DRIVER_OPTIONS,
  external: EXTERNAL,
  labels: DICT,
});

const FILE_OBJECT: Readonly<Record<string, Check>> = {
  name: TEXT,
  environment: TEXT,
  file: TEXT,
  external: OPEN_EXTERNAL,
  labels: DICT,
  template_driver: TEXT,
};

const MODEL = object({ name: TEXT, model: TEXT, context_size: { integer: true }, runtime_flags: TEXTS }, [
  "model",
]);

/** A whole Compose file, `include` aside. */
export const TOP_LEVEL = object({
  version: TEXT,
  name: TEXT,
  services: named(SERVICE),
  models: named(MODEL),
  networks: named(orEmpty(NETWORK)),
  volumes: named(orEmpty(VOLUME)),
  secrets: named(object({ ...FILE_OBJECT, driver: TEXT, driver_opts: DRIVER_OPTIONS })),
  configs: named(object({ ...FILE_OBJECT, content: TEXT })),
  jobs: named(JOB),
});

/** `include`. */
export const INCLUDE: Check = listOf({
  text: true,
  ...closed({ path: TEXT_OR_LIST, env_file: TEXT_OR_LIST, project_directory: TEXT }),
});

import {
  type Check,
  COMMAND,
  DICT,
  FLAG,
  listOf,
  object,
  oneOf,
  orEmpty,
  TEXT,
  TEXT_OR_LIST,
  UNIQUE_TEXTS,
  WHOLE,
} from "./check";
import { CONTAINER_KEYS } from "./container";
import { DEPLOY } from "./deploy";
import { SCHEDULES, WORKLOAD_KEYS } from "./workload";

const HOOK = object(
  { command: COMMAND, user: TEXT, privileged: FLAG, working_dir: TEXT, environment: DICT },
  ["command"],
);

const DEVELOP = orEmpty(
  object({
    watch: listOf(
      object(
        {
          ignore: TEXT_OR_LIST,
          include: TEXT_OR_LIST,
          path: TEXT,
          action: oneOf("rebuild", "sync", "restart", "sync+restart", "sync+exec"),
          target: TEXT,
          exec: HOOK,
          initial_sync: { boolean: true },
        },
        ["path", "action"],
      ),
    ),
  }),
);

const OPTION: Check = { text: true, number: true, boolean: true };

const PROVIDER = object(
  { type: TEXT, options: { map: { values: { ...OPTION, ...listOf(OPTION) }, names: /./, free: true } } },
  ["type"],
);

/** `services.*`. */
export const SERVICE = object({
  ...CONTAINER_KEYS,
  ...WORKLOAD_KEYS,
  deploy: DEPLOY,
  develop: DEVELOP,
  restart: TEXT,
  scale: WHOLE,
  attach: FLAG,
  container_name: {
    text: { pattern: /[a-zA-Z0-9][a-zA-Z0-9_.-]+/, instead: "two or more letters, digits, `_`, `.` and `-`" },
  },
  provider: PROVIDER,
  links: UNIQUE_TEXTS,
  external_links: UNIQUE_TEXTS,
  pre_start: listOf(object({ ...CONTAINER_KEYS, per_replica: FLAG })),
  post_start: listOf(HOOK),
  pre_stop: listOf(HOOK),
});

/** `jobs.*`. */
export const JOB = object(
  { ...CONTAINER_KEYS, ...WORKLOAD_KEYS, triggers: object({ manual: FLAG, schedule: SCHEDULES }) },
  ["triggers"],
);

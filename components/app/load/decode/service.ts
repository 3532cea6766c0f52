import { containerFields } from "./container";
import { deploy } from "./deploy";
import { listOf, texts } from "./lists";
import { environment, multiOptions } from "./mappings";
import { alwaysText, flag, text, tristate, wholeOrZero } from "./scalars";
import { always, shape } from "./shape";
import { command } from "./special";
import { workloadFields } from "./workload";

const hook = shape({ command, user: text, privileged: flag, working_dir: text, environment });

const develop = shape({
  watch: listOf(
    shape({
      path: alwaysText,
      action: alwaysText,
      target: text,
      exec: always(hook),
      include: texts,
      ignore: texts,
      initial_sync: flag,
    }),
  ),
});

/** `services.*`. */
export const service = shape({
  ...workloadFields,
  attach: tristate,
  container_name: text,
  deploy,
  develop,
  external_links: texts,
  links: texts,
  post_start: listOf(hook),
  pre_start: listOf(shape({ ...containerFields, per_replica: flag })),
  pre_stop: listOf(hook),
  provider: shape({ type: text, options: multiOptions }),
  restart: text,
  scale: wholeOrZero,
});

/** `jobs.*`. */
export const job = shape({
  ...workloadFields,
  triggers: shape({
    manual: tristate,
    schedule: listOf(shape({ cron: text, timezone: text, concurrency: text, missed_fires: text })),
  }),
});

import type { HOOKS_KEYS } from "../../../app/spec-keys/hooks";
import { adapted, refused, same } from "../../shared/verdicts";
import type { Support } from "../../verdict";

const hook = same("run by Docker Compose on the host");
const privileged = adapted("granted when x-towpath.allow has privileged");
const preStart = refused("write a service of its own and depend on it with service_completed_successfully");

/** Docker host: lifecycle hooks. */
export const HOOKS_SUPPORT: Readonly<Record<(typeof HOOKS_KEYS)[number], Support>> = {
  "services.*.post_start": hook,
  "services.*.post_start[].command": hook,
  "services.*.post_start[].environment": hook,
  "services.*.post_start[].privileged": privileged,
  "services.*.post_start[].user": hook,
  "services.*.post_start[].working_dir": hook,
  "services.*.pre_start": preStart,
  "services.*.pre_start[].command": preStart,
  "services.*.pre_start[].environment": preStart,
  "services.*.pre_start[].image": preStart,
  "services.*.pre_start[].per_replica": preStart,
  "services.*.pre_start[].privileged": preStart,
  "services.*.pre_start[].user": preStart,
  "services.*.pre_start[].working_dir": preStart,
  "services.*.pre_stop": hook,
  "services.*.pre_stop[].command": hook,
  "services.*.pre_stop[].environment": hook,
  "services.*.pre_stop[].privileged": privileged,
  "services.*.pre_stop[].user": hook,
  "services.*.pre_stop[].working_dir": hook,
};

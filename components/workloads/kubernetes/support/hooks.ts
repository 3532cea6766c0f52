import type { HOOKS_KEYS } from "../../../app/spec-keys/hooks";
import { adapted, refused, same } from "../../shared/verdicts";
import type { Support } from "../../verdict";

const noUser = refused("a hook runs as the container does; set the service's user, or drop the hook's");
const noPrivilege = refused("a hook runs as the container does; use x-towpath.allow on the service");
const inShell = adapted("set by env(1) in front of the command");

/** Kubernetes: lifecycle hooks. */
export const HOOKS_SUPPORT: Readonly<Record<(typeof HOOKS_KEYS)[number], Support>> = {
  "services.*.post_start": adapted(
    "the container's postStart hook; several run one after another in one shell",
  ),
  "services.*.post_start[].command": same("run in the container"),
  "services.*.post_start[].environment": inShell,
  "services.*.post_start[].privileged": noPrivilege,
  "services.*.post_start[].user": noUser,
  "services.*.post_start[].working_dir": adapted("entered before the command"),
  "services.*.pre_start": adapted("an init container each, before the service starts"),
  "services.*.pre_start[].command": same("the init container's command"),
  "services.*.pre_start[].environment": same("the init container's environment"),
  "services.*.pre_start[].image": same("the init container's image; default: the service's"),
  "services.*.pre_start[].per_replica": adapted("an init container runs in every pod"),
  "services.*.pre_start[].privileged": noPrivilege,
  "services.*.pre_start[].user": same("the init container's runAsUser; a number"),
  "services.*.pre_start[].working_dir": same("the init container's working directory"),
  "services.*.pre_stop": adapted(
    "the container's preStop hook, within stop_grace_period; several run one after another in one shell",
  ),
  "services.*.pre_stop[].command": same("run in the container"),
  "services.*.pre_stop[].environment": inShell,
  "services.*.pre_stop[].privileged": noPrivilege,
  "services.*.pre_stop[].user": noUser,
  "services.*.pre_stop[].working_dir": adapted("entered before the command"),
};

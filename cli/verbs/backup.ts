import { checkName } from "../host/host-command";
import { HOST_OPTIONS, runOnHost } from "../host/run-on-host";
import { defineVerb } from "../verb";
import { oneName } from "./one-name";

/** `towpath backup NAME`. */
export const backup = defineVerb({
  name: "backup",
  summary: "Back up a service or a volume of a Docker host, now",
  about:
    "Has the stack's Docker host take a dump of a service that has x-towpath.backup, or an archive of a volume. " +
    "With --list, shows what can be restored instead. The host is reached as pulumi up reaches it: by ssh, or " +
    "through SSM by the AWS CLI.",
  operand: "NAME",
  options: {
    list: { kind: "flag", about: "Show the backups that there are: of what, when, and where" },
    ...HOST_OPTIONS,
  },
  run: ({ list, ...host }, operands, context) =>
    runOnHost([list ? "backups" : "backup", checkName(oneName(operands))], host, context),
});

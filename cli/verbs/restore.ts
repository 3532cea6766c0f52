import { checkName, checkTime } from "../host/host-command";
import { HOST_OPTIONS, runOnHost } from "../host/run-on-host";
import { defineVerb } from "../verb";
import { oneName } from "./one-name";

/** `towpath restore NAME`. */
export const restore = defineVerb({
  name: "restore",
  summary: "Put a service's or a volume's data back as a backup has it",
  about:
    "Has the stack's Docker host restore a backup: verified before anything stops, and back to the data of before " +
    "when it fails. What was written since the backup is replaced.",
  operand: "NAME",
  options: {
    at: {
      kind: "text",
      value: "TIME",
      about: "Which backup, as backup --list shows it. Default: the newest",
    },
    ...HOST_OPTIONS,
  },
  run: ({ at, ...host }, operands, context) => {
    const time = at === undefined ? [] : [checkTime(at)];
    return runOnHost(["restore", checkName(oneName(operands)), ...time], host, context);
  },
});

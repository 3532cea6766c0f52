import { checkName } from "../host/host-command";
import { HOST_OPTIONS, runOnHost } from "../host/run-on-host";
import { defineVerb } from "../verb";
import { oneName } from "./one-name";

/** `towpath drill NAME`. */
export const drill = defineVerb({
  name: "drill",
  summary: "Prove that a backup can be restored, beside what runs",
  about:
    "Has the stack's Docker host restore the newest backup of a service or a volume into a scratch place, verify it " +
    "there and clean up; all stands for everything that is backed up. Nothing that runs is touched.",
  operand: "NAME",
  options: HOST_OPTIONS,
  run: (host, operands, context) => {
    const name = oneName(operands);
    return runOnHost(name === "all" ? ["drill"] : ["drill", checkName(name)], host, context);
  },
});

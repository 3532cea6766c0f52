import { machinesOf } from "../facts/machines";
import { textAt } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

export const noSshKey = defineRule({
  id: "no-ssh-key",
  severity: "mandatory-outside-dev",
  sources: ["CKV_AWS_100"],
  title: "Machines have no SSH key",
  why: "A key pair is a way in that nobody revokes; sessions through Systems Manager are granted by role and logged.",
  fix: "remove keyName or remoteAccess and use Session Manager",
  facts: subject => [
    ...machinesOf(subject).map(machine => () => machine.sshKey),
    ...only("nodeGroup")(subject).map(
      ({ props }) =>
        () =>
          textAt(props, "remoteAccess.ec2SshKey"),
    ),
  ],
  fault: sshKey => (sshKey() === undefined ? undefined : "it has an SSH key"),
});

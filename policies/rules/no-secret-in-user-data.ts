import { credentialIn } from "../facts/credentials";
import { machinesOf } from "../facts/machines";
import { defineRule } from "../rule";

export const noSecretInUserData = defineRule({
  id: "no-secret-in-user-data",
  severity: "mandatory",
  sources: ["CKV_AWS_46"],
  title: "User data holds no credential",
  why: "Every program on the machine and every reader of the account can read user data, for as long as the machine lives.",
  fix: "put the value into an SSM SecureString parameter and read it on the machine",
  facts: machinesOf,
  fault: ({ userData = "" }) => {
    const found = credentialIn(userData);
    return found === undefined ? undefined : `its user data holds ${found}`;
  },
});

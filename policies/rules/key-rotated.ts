import { isOn, textAt } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

const SYMMETRIC = "SYMMETRIC_DEFAULT";

export const keyRotated = defineRule({
  id: "key-rotated",
  severity: "mandatory-outside-dev",
  sources: ["CKV_AWS_7"],
  title: "Encryption keys rotate",
  why: "A key that leaked opens only what was written in its time.",
  fix: "set enableKeyRotation to true",
  // Keys for signatures and for messages do not rotate.
  facts: subject =>
    only("key")(subject).filter(
      ({ props }) => (textAt(props, "customerMasterKeySpec") ?? SYMMETRIC) === SYMMETRIC,
    ),
  fault: ({ props }) => (isOn(props, "enableKeyRotation") ? undefined : "the key never rotates"),
});

import { disksOf } from "../facts/disks";
import { defineRule } from "../rule";

export const diskEncrypted = defineRule({
  id: "disk-encrypted",
  severity: "mandatory",
  sources: ["CKV_AWS_3", "CKV_AWS_8", "CKV_AWS_106"],
  title: "Disks are encrypted",
  why: "A snapshot of a plain disk can be read by whoever gets hold of it, and encryption costs nothing.",
  fix: "set encrypted to true on volumes, root devices and block device mappings",
  facts: disksOf,
  fault: ({ what, encrypted }) => (encrypted ? undefined : `${what} is not encrypted`),
});

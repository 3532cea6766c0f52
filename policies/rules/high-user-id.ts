import { containersOf } from "../facts/workloads";
import { defineRule } from "../rule";

const LOWEST = 10_000;

export const highUserId = defineRule({
  id: "high-user-id",
  severity: "advisory",
  sources: ["CKV_K8S_40", "KS-container-security-context-user-group-id"],
  title: "Containers run as a user that no host has",
  why: "Numbers below 10000 are often users of the host, whose files would be open to a program that gets out.",
  fix: "set user to a number of 10000 or more, where the image has its files for one",
  facts: containersOf,
  // Root, and a user that only the image knows, have a rule of their own.
  fault: ({ container: { what, mayBeRoot, userId = LOWEST } }) =>
    !mayBeRoot && userId < LOWEST ? `${what} runs as user ${userId}` : undefined,
});

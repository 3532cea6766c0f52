import { writtenVolumesOf } from "../facts/volume-writers";
import { defineRule } from "../rule";

export const volumeOneWriter = defineRule({
  id: "volume-one-writer",
  severity: "advisory",
  sources: [],
  title: "Volumes have one writer",
  why: "Two programs that write the same files destroy each other's work unless both were made for it, and keep each other on one node.",
  fix: "mount it read-only in all but one service, or give each a volume of its own",
  scope: "stack",
  facts: (subject, { stack }) => writtenVolumesOf(subject, stack),
  fault: ({ what, writers }) =>
    writers.length > 1 || writers[0] === "several machines"
      ? `${what} is written by ${writers.join(" and ")}`
      : undefined,
});

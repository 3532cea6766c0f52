import { type Retired, retiredChart, retiredImage } from "../../components/lib/versions/retired";
import { textAt } from "../facts/read";
import { containersOf } from "../facts/workloads";
import { defineRule } from "../rule";
import type { PolicyResource } from "../subject";

/** Something that may be retired, and what is said of it on a day. */
interface Used {
  readonly what: string;
  retired(today: string): Retired | undefined;
}

export const notRetired = defineRule({
  id: "not-retired",
  severity: "advisory",
  sources: [],
  title: "Images and charts are still maintained",
  why: "Nobody mends what is found in a retired image or chart.",
  fix: "move to what took its place",
  facts: usedBy,
  fault: ({ what, retired }, { today }) => {
    const found = retired(today);
    return found && `${what} uses ${found.name}, retired since ${found.since}: ${found.instead}`;
  },
});

function usedBy(subject: PolicyResource): readonly Used[] {
  const containers = containersOf(subject).map(({ container }) => ({
    what: container.what,
    retired: (today: string) => retiredImage(container.image ?? "", today),
  }));
  if (subject.type !== "kubernetes:helm.sh/v3:Release") return containers;
  const chart = () => textAt(subject.props, "chart") ?? "";
  const repository = () => textAt(subject.props, "repositoryOpts.repo") ?? "";
  return [
    ...containers,
    { what: "the release", retired: today => retiredChart(chart(), repository(), today) },
  ];
}

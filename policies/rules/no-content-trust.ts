import { machinesOf } from "../facts/machines";
import { recordAt } from "../facts/read";
import { containersOf } from "../facts/workloads";
import { defineRule } from "../rule";

const NAME = "DOCKER_CONTENT_TRUST";

export const noContentTrust = defineRule({
  id: "no-content-trust",
  severity: "mandatory-outside-dev",
  sources: [],
  title: "Nothing relies on Docker Content Trust",
  why: "Its servers are gone since 2026-12-08: with it on, every pull fails; with it named, people take images for verified.",
  fix: "remove DOCKER_CONTENT_TRUST; sign with cosign and set towpath's image verification",
  facts: subject => [
    ...containersOf(subject).map(
      ({ container }) =>
        () =>
          container.literals.some(({ name }) => name === NAME),
    ),
    ...machinesOf(subject).map(
      ({ userData = "" }) =>
        () =>
          userData.includes(NAME),
    ),
    ...(subject.type.startsWith("command:")
      ? [() => recordAt(subject.props, "environment")[NAME] !== undefined]
      : []),
  ],
  fault: sets => (sets() ? `it sets ${NAME}` : undefined),
});

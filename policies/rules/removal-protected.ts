import { isOn } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

export const removalProtected = defineRule({
  id: "removal-protected",
  severity: "mandatory-in-prod",
  sources: [],
  title: "What production lives by cannot be removed by mistake",
  why: "A stack destroyed in the wrong window is gone in minutes; what it held takes days, or is lost.",
  fix: "leave towpath:deletionProtection as it is in prod; record an exception for the day on which the stack is to go",
  facts: subject => [
    ...only("cluster")(subject).map(
      ({ props }) =>
        () =>
          isOn(props, "deletionProtection") ? undefined : "cluster with all that runs on it",
    ),
    ...only("repository")(subject).map(
      ({ props }) =>
        () =>
          isOn(props, "forceDelete") ? "repository with all its images" : undefined,
    ),
  ],
  fault: look => {
    const lost = look();
    return lost && `one call removes the ${lost}`;
  },
});

import { SUPPORT } from "../../components/lib/versions/support-dates";
import { supportOf } from "../../components/lib/versions/support-of";
import { versionsOf } from "../facts/versions";
import { defineRule } from "../rule";

export const versionsInSupport = defineRule({
  id: "versions-in-support",
  severity: "mandatory",
  sources: ["CKV_AWS_339"],
  title: "Versions of clusters, nodes and charts are in standard support",
  why: "What is past its support gets fixes late or never; EKS asks six times the price for it, and upgrades by force in the end.",
  fix: "set a supported version, clusters one minor version at a time",
  facts: versionsOf,
  fault: ({ product, version }, { today }) => {
    if (version === undefined) return undefined;
    const standing = supportOf(product, version, today);
    if (standing.state !== "over") return undefined;
    const since = standing.ends === undefined ? "" : ` since ${standing.ends}`;
    return `standard support of ${SUPPORT[product].name} ${version} is over${since}`;
  },
});

import { textAt } from "../facts/read";
import { defineRule } from "../rule";

const RELEASES = ["kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh/v4:Chart"];
/** One version; ranges and `latest` are none. */
const EXACT = /^v?\d+\.\d+\.\d+([-+][\w.+-]+)?$/;

export const chartPinned = defineRule({
  id: "chart-pinned",
  severity: "mandatory-outside-dev",
  sources: [],
  title: "Charts have a version",
  why: "Without one, an update installs whatever was published last, on a day that nobody chose.",
  fix: "set version",
  // A chart in a folder is as it is there.
  facts: ({ type, props }) =>
    RELEASES.includes(type) && !/^[./]/.test(textAt(props, "chart") ?? "") ? [props] : [],
  fault: props =>
    EXACT.test(textAt(props, "version") ?? "")
      ? undefined
      : `the chart ${textAt(props, "chart") ?? ""} is installed in whatever version comes`,
});

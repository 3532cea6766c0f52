import { InvalidInput } from "../../components/lib/issues";
import { TARGETS } from "../../components/settings/settings";
import { estimate } from "../../pricing/estimate";
import type { Context } from "../context";
import { compareTargets } from "../cost/compare-targets";
import type { CostReport } from "../cost/cost-report";
import { readEnginePreview } from "../cost/engine-preview";
import { makeReport } from "../cost/make-report";
import { REGION_OF_OTHERS } from "../cost/priced-region";
import { comparisonLines, reportLines } from "../cost/report-lines";
import { comparisonMarkdown, reportMarkdown } from "../cost/report-markdown";
import { runStack } from "../cost/run-stack";
import { usageOf } from "../cost/usage-options";
import { EXIT, type ExitCode } from "../exit-code";
import { estimateOf } from "../preview/cost-of";
import type { StackRequest } from "../stack/read-stack";
import { defineVerb } from "../verb";
import { DATE_OPTION, dateOf, STACK_OPTIONS, stackRequest } from "./stack-options";

type Format = "text" | "json" | "markdown";

/** `towpath cost`. */
export const cost = defineVerb({
  name: "cost",
  summary: "What a stack costs a month: by line, component and service, or compared",
  about:
    "Runs the stack's program as a preview and prices what it would make: expected and at most, in USD a " +
    "month, from dated price data. What has no price is listed, and so is what was taken for granted.",
  options: {
    ...STACK_OPTIONS,
    compare: {
      kind: "text",
      value: "TARGETS",
      about: "The same app on several targets, e.g. docker,k3s,eks, with the defaults of each",
    },
    "from-preview": {
      kind: "text",
      value: "FILE",
      about: "Prices what pulumi preview --json wrote, instead of running the program",
    },
    against: {
      kind: "text",
      value: "FILE",
      about: "Shows what changes against an earlier estimate: the JSON of cost or of preview",
    },
    usage: {
      kind: "list",
      value: "KEY=NUMBER",
      about: "What to take for granted, e.g. natDataGb=50, over the stack's towpath:usage",
    },
    format: {
      kind: "text",
      choices: ["text", "json", "markdown"],
      about: "Form of the answer; markdown is for pull requests. Default: text",
    },
    ...DATE_OPTION,
  },
  run: async (
    { format = "text", date, compare, against, usage, "from-preview": file, ...stack },
    _,
    context,
  ) => {
    const day = dateOf({ date }, context);
    const request = stackRequest(stack, context);
    if (compare !== undefined) return comparison(targetsOf(compare), request, usage, day, format, context);
    const report =
      file === undefined
        ? await stackReport(request, usage, day, against, context)
        : previewReport(file, usage, day, against);
    writeReport(report, format, context);
    return EXIT.fine;
  },
});

/** The stack's own report. Throws NoPriceData when its region has no prices. */
async function stackReport(
  request: StackRequest,
  entries: readonly string[],
  day: string,
  against: string | undefined,
  context: Context,
): Promise<CostReport> {
  context.progress("running the program");
  const { settings, resources, planned } = await runStack(request, context);
  const { app } = planned.loaded;
  const figures = estimateOf(resources, settings, day, usageOf(settings.usage, entries));
  const deployed = { app, target: settings.target };
  return makeReport({ cost: figures, resources, deployed, ...(against === undefined ? {} : { against }) });
}

function previewReport(
  file: string,
  entries: readonly string[],
  day: string,
  against: string | undefined,
): CostReport {
  const { resources, region } = readEnginePreview(file);
  const usage = usageOf({}, entries);
  const figures = estimate(resources, { region: region ?? REGION_OF_OTHERS, today: day, usage });
  const said = region === undefined ? [`the preview names no region: ${REGION_OF_OTHERS}`] : [];
  const cost = { ...figures, assumptions: [...said, ...figures.assumptions] };
  const named = resources.map(({ urn = "", ...one }) => ({ urn, ...one }));
  return makeReport({ cost, resources: named, ...(against === undefined ? {} : { against }) });
}

async function comparison(
  targets: readonly string[],
  request: StackRequest,
  entries: readonly string[],
  day: string,
  format: Format,
  context: Context,
): Promise<ExitCode> {
  // A figure that is none is refused once, and not for each target.
  usageOf({}, entries);
  const compared = await compareTargets(targets, request, entries, day, context);
  const forms = {
    text: () => `${comparisonLines(compared, context.style).join("\n")}\n`,
    json: () => `${JSON.stringify({ compared }, undefined, 2)}\n`,
    markdown: () => comparisonMarkdown(compared),
  };
  context.write(forms[format]());
  return EXIT.fine;
}

function targetsOf(compare: string): readonly string[] {
  const targets = compare.split(",");
  const issues = targets
    .filter(target => !TARGETS.some(known => known === target))
    .map(target => ({
      path: "--compare",
      wrong: `${target} is no target`,
      instead: `write some of ${TARGETS.join(",")}`,
    }));
  if (issues.length > 0) throw new InvalidInput(issues);
  return targets;
}

function writeReport(report: CostReport, format: Format, context: Context): void {
  const forms = {
    text: () => `${reportLines(report, context.style).join("\n")}\n`,
    json: () => `${JSON.stringify(report, undefined, 2)}\n`,
    markdown: () => reportMarkdown(report),
  };
  context.write(forms[format]());
}

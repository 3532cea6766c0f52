import { capabilityNotes } from "../../components/capabilities/capability-notes";
import { formatIssue } from "../../components/lib/issues";
import { missingSecrets } from "../../components/missing-secrets";
import type { StackPlan } from "../../components/plan-stack";
import type { Settings } from "../../components/settings/settings";
import { artefactFiles } from "../artefacts/artefact-files";
import { writeArtefacts } from "../artefacts/write-artefacts";
import type { Context } from "../context";
import type { Registered } from "../engine/registered";
import { openStack } from "../stack/open-stack";
import type { StackRequest } from "../stack/read-stack";
import { costOf } from "./cost-of";
import { policiesOf } from "./policies-of";
import type { Preview, PreviewedResource } from "./preview";
import { registeredBy } from "./registered-by";
import { shownReport } from "./shown-report";

export interface PreviewRequest extends StackRequest {
  /** The day for policies and prices that look at dates, `YYYY-MM-DD`. */
  readonly date: string;
  /** Where the rendered files go. */
  readonly out: string;
}

/**
 * Runs the stack's program under the mock monitor, judges and prices what it registered, and writes what it
 * would send to machines and clusters.
 *
 * @throws InvalidInput with every problem of the settings, of the Compose files, or of what the target refuses
 */
export async function makePreview(request: PreviewRequest, context: Context): Promise<Preview> {
  const { directory, date, out } = request;
  const { config, settings, planned } = openStack(request, context.environment);
  context.progress("running the program");
  const { resources: registered } = await registeredBy(config);
  context.progress("judging, pricing and rendering");
  const resources = registered.map(shownResource);
  return {
    app: planned.loaded.app.name,
    stack: config.stack,
    target: settings.target,
    date,
    ...(settings.target !== "cluster" && { region: settings.region }),
    warnings: [
      ...planned.loaded.warnings,
      ...missingValues(planned, settings, context),
      ...clusterNotes(planned, date),
    ],
    resources,
    report: shownReport(planned.plan.report, directory),
    policies: policiesOf(registered, settings, date),
    cost: costOf(registered, settings, date),
    artefacts: writeArtefacts(artefactFiles(planned, resources), out, directory),
  };
}

function shownResource({ urn, type, name, parent, inputs }: Registered): PreviewedResource {
  return { urn, type, name, ...(parent !== undefined && { parent }), inputs };
}

/** Of a cluster that exists: what is not known of it, and what is worth knowing. */
function clusterNotes(planned: StackPlan, date: string): string[] {
  if (planned.kind === "docker" || planned.capabilities === undefined) return [];
  return capabilityNotes(planned.capabilities, date);
}

/** A preview goes on without secrets that have no value yet; an update would not. */
function missingValues({ loaded, plan }: StackPlan, settings: Settings, { environment }: Context): string[] {
  const { secretNames: configured } = settings;
  return missingSecrets({ loaded, references: plan.secrets, configured, environment }).map(formatIssue);
}

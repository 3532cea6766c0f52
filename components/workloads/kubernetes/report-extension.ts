import { volumeExtensionOf } from "../../app/extension-of";
import { reportSize } from "../shared/report-size";
import type { Reporter } from "../shared/reporter";
import { boardsFor, runsOnBoards } from "./boards";
import { hasProbe } from "./probes";
import { runsOnSpot } from "./scheduling";
import { publishedPorts } from "./service-ports";
import type { PlanContext, Workload } from "./workload";

const KEY = "services.*.x-towpath";

/** Says what becomes of each part of a service's `x-towpath`, apart from routes and allowances. */
export function reportExtension(context: PlanContext, workload: Workload): void {
  const { reporter } = context;
  const { name, service, extension } = workload;
  const at = (part: string) => ["services", name, "x-towpath", part];
  const { autoscale, backup } = extension;
  reportSize(name, service, reporter);
  if (publishedPorts(service).length > 0) {
    reporter.same(KEY, at("publish"), "a Service of type LoadBalancer, which the world reaches");
  }
  if (autoscale !== undefined) {
    const note = `a HorizontalPodAutoscaler from ${autoscale.min} to ${autoscale.max} pods`;
    reporter.same(KEY, at("autoscale"), note);
  }
  if (runsOnSpot(context, workload)) reporter.same(KEY, at("spot"), "tolerates and prefers spot nodes");
  reportBoards(context, workload);
  if (extension.liveness) reportLiveness(workload, reporter);
  if (backup !== undefined) {
    const note =
      "no dump is scheduled on a cluster; take them by a CronJob of your own, or snapshot the volume";
    reporter.adapted(KEY, at("backup"), note);
  }
}

function reportBoards(context: PlanContext, workload: Workload): void {
  const { reporter, facts } = context;
  const { name, kind } = workload;
  if (runsOnBoards(workload)) {
    const names = [...new Set(boardsFor(context, workload).map(board => board.name))];
    const where =
      kind === "DaemonSet" ? `on each of the boards ${names.join(", ")}` : `on ${names.join(" or ")}`;
    reporter.same(KEY, ["services", name, "x-towpath", "edge"], `${where}, and on no other node`);
  } else if (kind === "DaemonSet" && (facts.edge ?? []).length > 0) {
    const note = "a DaemonSet on every node but the boards; x-towpath.edge is for those";
    reporter.adapted("services.*.deploy.mode", ["services", name, "deploy", "mode"], note);
  }
}

function reportLiveness({ name, service }: Workload, reporter: Reporter): void {
  const path = ["services", name, "x-towpath", "liveness"];
  if (hasProbe(service)) reporter.same(KEY, path, "a liveness probe of the health check");
  else reporter.ignored(KEY, path, "there is no health check to ask");
}

/** Says what becomes of `x-towpath` of the volumes that services mount. */
export function reportVolumeExtensions({ app, reporter, volumeUsers, volumeSizeGb }: PlanContext): void {
  for (const [key, volume] of Object.entries(app.volumes ?? {})) {
    if (volume["x-towpath"] === undefined || !volumeUsers.has(key)) continue;
    const path = ["volumes", key, "x-towpath"];
    const { sizeGb = volumeSizeGb, backup } = volumeExtensionOf(volume);
    if (backup !== undefined) {
      const note =
        "no archive is taken on a cluster; snapshot the volume, or back it up by a CronJob of your own";
      reporter.ignored("volumes.*.x-towpath", [...path, "backup"], note);
    }
    if (volume.external === true) {
      reporter.ignored("volumes.*.x-towpath", path, "the claim is there already, as large as it is");
      continue;
    }
    const note = `a claim of ${sizeGb} GiB; snapshots are the storage's own matter`;
    reporter.adapted("volumes.*.x-towpath", path, note);
  }
}

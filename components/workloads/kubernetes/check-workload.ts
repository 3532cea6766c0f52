import { volumeKeys } from "./classified-mount";
import { refuseUnknownDevices } from "./container-resources";
import { checkIsolation } from "./isolation-checks";
import { checkJob } from "./job-checks";
import { refuseHooks } from "./lifecycle";
import { refusePlacement } from "./placement";
import { reportAnnotations } from "./pod-annotations";
import { reportExtraHosts } from "./pod-dns";
import { checkPlacement } from "./scheduling";
import { checkPublished } from "./service-ports";
import { reportSysctls } from "./sysctls";
import { isReplicated, type PlanContext, type Workload } from "./workload";

/** Everything that is refused or reported of one service beside what its manifests say. */
export function checkWorkload(context: PlanContext, workload: Workload): void {
  const { reporter } = context;
  checkIsolation(workload, reporter);
  checkPlacement(context, workload);
  checkJob(workload, reporter);
  checkPublished(workload, reporter);
  refuseUnknownDevices(workload, reporter);
  refuseHooks(workload, reporter);
  refusePlacement(workload, reporter);
  reportAnnotations(workload, reporter);
  reportExtraHosts(workload, reporter);
  reportSysctls(workload, reporter);
  checkImage(context, workload);
  reportHeadless(context, workload);
  reportBackup(context, workload);
  reportSharedVolumes(context, workload);
}

function checkImage({ reporter }: PlanContext, { name, service }: Workload): void {
  if (service.build !== undefined || (service.image ?? "") !== "" || service.provider !== undefined) return;
  reporter.refuse("services.*.image", ["services", name], "neither image nor build", "write one of them");
}

/** Says that callers get pods' addresses, which change, where a file names no port for a steady one. */
function reportHeadless({ reporter, app }: PlanContext, { name, headless, kind, service }: Workload): void {
  if (!headless || kind === "Job" || service.deploy?.endpoint_mode === "dnsrr") return;
  const called = Object.values(app.services).some(({ depends_on }) => depends_on?.[name] !== undefined);
  if (!called) return;
  const note = "names no port, so its name gives its pods' addresses; write expose: for a steady address";
  reporter.adapted("services.*.expose", ["services", name, "expose"], note);
}

function reportBackup({ reporter }: PlanContext, { name, extension }: Workload): void {
  if (extension.backup === undefined) return;
  const note =
    "no dump is scheduled on a cluster; take them by a CronJob of your own, or snapshot the volume";
  reporter.adapted("services.*.x-towpath", ["services", name, "x-towpath", "backup"], note);
}

/** Says which services are kept on one node, and why. */
function reportSharedVolumes({ reporter, volumeUsers }: PlanContext, workload: Workload): void {
  for (const key of volumeKeys(workload.mounts)) {
    const others = (volumeUsers.get(key) ?? []).filter(user => user !== workload.name);
    if (others.length === 0 && !isReplicated(workload)) continue;
    const whom = others.length > 0 ? `with ${others.join(" and ")}` : "with its other replicas";
    const note = `runs on one node ${whom}, since they share the volume ${key}`;
    reporter.adapted("services.*.volumes", ["services", workload.name, "volumes"], note);
  }
}

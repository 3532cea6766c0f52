import type { Reporter } from "../shared/reporter";
import { checkBoards } from "./board-checks";
import { volumeKeys } from "./classified-mount";
import { refuseEmptied } from "./entrypoint-checks";
import { refuseUnknownDevices } from "./gpus";
import { checkIsolation } from "./isolation-checks";
import { checkJob } from "./job-checks";
import { refuseHooks } from "./lifecycle";
import { refusePlacement } from "./placement";
import { reportAnnotations } from "./pod-annotations";
import { reportDns, reportExtraHosts } from "./pod-dns";
import { hasProbe } from "./probes";
import { reportExtension } from "./report-extension";
import { checkPlacement } from "./scheduling";
import { checkPublished } from "./service-ports";
import { reportSysctls } from "./sysctls";
import { spansNodes } from "./volume-sharing";
import { isReplicated, type PlanContext, type Workload } from "./workload";

/** Everything that is refused or reported of one service beside what its manifests say. */
export function checkWorkload(context: PlanContext, workload: Workload): void {
  const { reporter } = context;
  checkIsolation(workload, reporter);
  checkPlacement(context, workload);
  checkBoards(context, workload);
  checkJob(workload, reporter);
  checkPublished(workload, reporter);
  refuseUnknownDevices(workload, reporter);
  refuseHooks(workload, reporter);
  refuseEmptied(workload, reporter);
  refusePlacement(workload, reporter);
  reportAnnotations(workload, reporter);
  reportExtraHosts(workload, reporter);
  reportDns(workload, reporter);
  reportSysctls(workload, reporter);
  checkImage(context, workload);
  reportReadOnly(workload, reporter);
  reportUnchecked(workload, reporter);
  reportHeadless(workload, reporter);
  reportExtension(context, workload);
  reportSharedVolumes(context, workload);
}

function checkImage({ reporter }: PlanContext, { name, service }: Workload): void {
  if (service.build !== undefined || (service.image ?? "") !== "" || service.provider !== undefined) return;
  reporter.refuse("services.*.image", ["services", name], "neither image nor build", "write one of them");
}

/** Says where a root file system is read-only unasked. */
function reportReadOnly({ name, service, readOnlyRoot, known }: Workload, reporter: Reporter): void {
  if (!readOnlyRoot || service.read_only !== undefined) return;
  const note = `read-only but for ${(known?.scratch ?? []).join(", ")}, which is all that this image writes to`;
  reporter.adapted("services.*.read_only", ["services", name, "read_only"], note);
}

/** Says where a health check is there that asks nothing. */
function reportUnchecked({ name, service, kind }: Workload, reporter: Reporter): void {
  if (service.healthcheck === undefined || hasProbe(service) || kind === "Job") return;
  const path = ["services", name, "healthcheck"];
  reporter.same("services.*.healthcheck", path, "no probes, for nothing is asked");
}

/** Says that callers get pods' addresses, which change, where a file names no port for a steady one. */
function reportHeadless({ name, headless, called, kind, service }: Workload, reporter: Reporter): void {
  if (!headless || !called || kind === "Job" || service.deploy?.endpoint_mode === "dnsrr") return;
  const note = "names no port, so its name gives its pods' addresses; write expose: for a steady address";
  reporter.adapted("services.*.expose", ["services", name, "expose"], note);
}

/** Says which services are kept on one node, and why. */
function reportSharedVolumes(context: PlanContext, workload: Workload): void {
  const { reporter, volumeUsers, facts } = context;
  for (const key of volumeKeys(workload.mounts)) {
    const others = (volumeUsers.get(key) ?? []).filter(user => user !== workload.name);
    if (others.length === 0 && !isReplicated(workload)) continue;
    const whom = others.length > 0 ? `with ${others.join(" and ")}` : "with its other replicas";
    if (spansNodes(context, key)) {
      const shared = `the volume ${key} is shared ${whom} across nodes, by the class ${facts.sharedStorageClass}`;
      reporter.adapted("services.*.volumes", ["services", workload.name, "volumes"], shared);
      continue;
    }
    const note = `runs on one node ${whom}, since they share the volume ${key}`;
    reporter.adapted("services.*.volumes", ["services", workload.name, "volumes"], note);
  }
}

import { volumeKeys } from "./classified-mount";
import { refuseUnknownDevices } from "./container-resources";
import { checkIsolation } from "./isolation-checks";
import { refuseHooks } from "./lifecycle";
import { refusePlacement } from "./placement";
import { reportAnnotations } from "./pod-annotations";
import { reportExtraHosts } from "./pod-dns";
import { checkPlacement } from "./scheduling";
import { reportSysctls } from "./sysctls";
import { isReplicated, type PlanContext, type Workload } from "./workload";

/** Everything that is refused or reported of one service beside what its manifests say. */
export function checkWorkload(context: PlanContext, workload: Workload): void {
  const { reporter } = context;
  checkIsolation(workload, reporter);
  checkPlacement(context, workload);
  refuseUnknownDevices(workload, reporter);
  refuseHooks(workload, reporter);
  refusePlacement(workload, reporter);
  reportAnnotations(workload, reporter);
  reportExtraHosts(workload, reporter);
  reportSysctls(workload, reporter);
  checkImage(context, workload);
  reportSharedVolumes(context, workload);
}

function checkImage({ reporter }: PlanContext, { name, service }: Workload): void {
  if (service.build !== undefined || (service.image ?? "") !== "" || service.provider !== undefined) return;
  reporter.refuse("services.*.image", ["services", name], "neither image nor build", "write one of them");
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

import { KUBERNETES_SUPPORT } from "./support";
import type { PlanContext } from "./workload";

/** Says which volumes nobody mounts, and refuses those that Docker's driver would find somewhere: a network share, or a folder of the host. */
export function checkVolumes({ app, reporter, volumeUsers }: PlanContext): void {
  const keys = Object.keys(app.volumes ?? {});
  if (keys.some(key => volumeUsers.has(key))) reporter.fromTable(KUBERNETES_SUPPORT, "volumes", ["volumes"]);
  for (const [key, { driver_opts, external }] of Object.entries(app.volumes ?? {})) {
    if (!volumeUsers.has(key)) {
      reporter.ignored("volumes", ["volumes", key], "no service mounts it");
      continue;
    }
    if (external === true) reporter.adapted("volumes.*.name", ["volumes", key, "name"], "the claim's name");
    const device = driver_opts?.device ?? "";
    if (external === true || device === "" || driver_opts?.type === "tmpfs") continue;
    const path = ["volumes", key, "driver_opts"];
    const instead = "make a PersistentVolumeClaim for it, and write external: true with its name";
    reporter.refuse(
      "volumes.*.driver_opts",
      path,
      `${device} is not a disk that a claim would bring`,
      instead,
    );
  }
}

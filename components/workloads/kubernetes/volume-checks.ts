import type { PlanContext } from "./workload";

/** Refuses volumes that Docker's driver would find somewhere: a network share, or a folder of the host. */
export function checkVolumes({ app, reporter }: PlanContext): void {
  for (const [key, { driver_opts, external }] of Object.entries(app.volumes ?? {})) {
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

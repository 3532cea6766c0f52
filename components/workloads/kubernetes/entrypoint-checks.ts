import type { Service } from "../../app/model/service";
import type { Reporter } from "../shared/reporter";
import type { Workload } from "./workload";

/** Whether the image's own entrypoint is switched off: `entrypoint: []`, or an empty word in its place. */
export function isEmptied({ entrypoint }: Pick<Service, "entrypoint">): boolean {
  return entrypoint?.every(word => word === "") ?? false;
}

/** Refuses one of an image's entrypoint and command without the other, for a pod has both or replaces the entrypoint. */
export function refuseEmptied({ name, service }: Workload, reporter: Reporter): void {
  const { entrypoint, command } = service;
  const path = ["services", name];
  if (isEmptied(service) && (command ?? []).length === 0) {
    const wrong = "only the image knows the command that is left";
    reporter.refuse("services.*.entrypoint", [...path, "entrypoint"], wrong, "write the command too");
  }
  if (entrypoint === null && command !== null && command.length === 0) {
    const wrong = "only the image knows the entrypoint that is left";
    reporter.refuse("services.*.command", [...path, "command"], wrong, "write the entrypoint too");
  }
}

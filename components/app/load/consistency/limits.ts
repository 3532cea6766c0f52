import type { Service } from "../../model/service";
import type { Problems } from "../problems";

type Value = string | number | undefined;
type Deploy = NonNullable<Service["deploy"]>;
type Resources = NonNullable<Deploy["resources"]>;

interface Pair {
  readonly key: "cpus" | "mem_limit" | "mem_reservation" | "pids_limit";
  readonly part: "limits" | "reservations";
  readonly other: "cpus" | "memory" | "pids";
}

const PAIRS: readonly Pair[] = [
  { key: "cpus", part: "limits", other: "cpus" },
  { key: "mem_limit", part: "limits", other: "memory" },
  { key: "mem_reservation", part: "reservations", other: "memory" },
  { key: "pids_limit", part: "limits", other: "pids" },
];

/** A limit that is said twice must be said alike. */
export function checkLimits(name: string, service: Service, problems: Problems): void {
  for (const { key, part, other } of PAIRS) {
    const old = service[key];
    const resource = service.deploy?.resources?.[part];
    if (old === undefined || resource === undefined) continue;
    const value = limitOf(resource, other);
    if (value === old) continue;
    const wrong = `${key} is ${old}, deploy.resources.${part}.${other} ${value ?? "not set"}`;
    problems.add(["services", name, key], wrong, "write one of them");
  }
}

function limitOf(resource: NonNullable<Resources[Pair["part"]]>, key: Pair["other"]): Value {
  if (key !== "pids") return resource[key];
  return "pids" in resource ? resource.pids : undefined;
}

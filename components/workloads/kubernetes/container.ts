import type { Service } from "../../app/model/service";
import { compact } from "../../lib/records";
import { containerResources } from "./container-resources";
import { isEmptied } from "./entrypoint-checks";
import type { Fields } from "./fields";
import { imageName } from "./image-name";
import { lifecycleOf } from "./lifecycle";
import { literal } from "./literal";
import { probesOf } from "./probes";
import { containerSecurityContext } from "./security-context";
import type { Workload } from "./workload";

/** Stands for the image of a service that is built, until its digest is known. */
export function builtImage(service: string): string {
  return `towpath.build/${service}`;
}

/** The service's own container. */
export function containerOf(
  workload: Workload,
  env: readonly Fields[],
  volumeMounts: readonly Fields[],
): Fields {
  const { service, name, resource, ports } = workload;
  return compact({
    name: resource,
    image: service.build === undefined ? (service.image ?? "") : builtImage(name),
    imagePullPolicy: pullPolicy(service),
    ...commandOf(service),
    workingDir: service.working_dir,
    ports:
      ports.length === 0
        ? undefined
        : ports.map(port => ({
            name: portName(port.name),
            containerPort: port.port,
            protocol: port.protocol,
          })),
    env: env.length > 0 ? env : undefined,
    resources: containerResources(workload),
    volumeMounts: volumeMounts.length > 0 ? volumeMounts : undefined,
    ...probesOf(workload),
    lifecycle: lifecycleOf(workload),
    securityContext: containerSecurityContext(workload),
    stdin: service.stdin_open === true ? true : undefined,
    tty: service.tty === true ? true : undefined,
  });
}

/** Port names have 15 characters at most; `sctp-65535` has 10. */
function portName(name: string): string {
  return name.slice(0, 15);
}

/** Docker's entrypoint is a pod's command, its command the args; an emptied entrypoint leaves the command alone. */
export function commandOf({ entrypoint, command }: Pick<Service, "entrypoint" | "command">): Fields {
  const words = command === null || command.length === 0 ? undefined : command.map(literal);
  if (entrypoint === null) return compact({ args: words });
  if (isEmptied({ entrypoint })) return compact({ command: words });
  return compact({ command: entrypoint.map(literal), args: words });
}

/** A tag that moves is asked for each time; a fixed one and a digest are not. */
function pullPolicy({ pull_policy, image, build }: Service): string {
  if (pull_policy === "always") return "Always";
  if (pull_policy === "never") return "Never";
  if (pull_policy !== undefined || build !== undefined) return "IfNotPresent";
  const { tag, digest } = imageName(image ?? "");
  return !digest && (tag === "" || tag === "latest") ? "Always" : "IfNotPresent";
}

import { isOn, isRecord, listAt, numberAt, read, textAt, textsAt } from "./read";
import type { Container } from "./workload";

const CONFINED = ["RuntimeDefault", "Localhost"];

/** A container of a pod; what it does not say itself, the pod's security context says. */
export function podContainer(of: unknown, pod: unknown, isServing: boolean): Container {
  const security = (key: string) => read(of, `securityContext.${key}`) ?? read(pod, `securityContext.${key}`);
  return {
    get what() {
      return `container ${textAt(of, "name") ?? ""}`;
    },
    get image() {
      return textAt(of, "image");
    },
    get isPrivileged() {
      return isOn(of, "securityContext.privileged");
    },
    get mayEscalate() {
      return read(of, "securityContext.allowPrivilegeEscalation") !== false;
    },
    get dropped() {
      return textsAt(of, "securityContext.capabilities.drop").map(plain);
    },
    get added() {
      return textsAt(of, "securityContext.capabilities.add").map(plain);
    },
    get isConfined() {
      return CONFINED.includes(String(security("seccompProfile.type")));
    },
    get hasMemoryLimit() {
      return read(of, "resources.limits.memory") !== undefined;
    },
    get mayBeRoot() {
      const user = numberAt({ user: security("runAsUser") }, "user");
      return user === undefined ? security("runAsNonRoot") !== true : user === 0;
    },
    get hasReadOnlyRoot() {
      return isOn(of, "securityContext.readOnlyRootFilesystem");
    },
    devices: [],
    get literals() {
      return listAt(of, "env")
        .filter(isRecord)
        .flatMap(one => {
          const value = textAt(one, "value");
          return value ? [{ name: textAt(one, "name") ?? "", value }] : [];
        });
    },
    get isHealthChecked() {
      return isServing ? read(of, "readinessProbe") !== undefined : undefined;
    },
    get hasSameProbes() {
      const liveness = read(of, "livenessProbe");
      return (
        liveness !== undefined && JSON.stringify(liveness) === JSON.stringify(read(of, "readinessProbe"))
      );
    },
  };
}

const plain = (capability: string): string => capability.toUpperCase().replace(/^CAP_/, "");

import { podResources } from "./pod-resources";
import { isOn, isRecord, listAt, numberAt, read, textAt, textsAt } from "./read";
import type { Container } from "./workload";

const HANDLERS = [
  "livenessProbe",
  "readinessProbe",
  "startupProbe",
  "lifecycle.postStart",
  "lifecycle.preStop",
];
const CONFINED = ["RuntimeDefault", "Localhost"];

/** A container of a pod; what it does not say itself, the pod's security context says. */
export function podContainer(of: unknown, pod: unknown, isServing: boolean): Container {
  const security = (key: string) => read(of, `securityContext.${key}`) ?? read(pod, `securityContext.${key}`);
  const userId = () => numberAt({ user: security("runAsUser") }, "user");
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
    resources: podResources(of),
    get mayBeRoot() {
      // Kubernetes does not start what says both non-root and user 0.
      return security("runAsNonRoot") !== true && (userId() ?? 0) === 0;
    },
    get userId() {
      return userId();
    },
    get hasReadOnlyRoot() {
      return isOn(of, "securityContext.readOnlyRootFilesystem");
    },
    devices: [],
    get literals() {
      return listAt(of, "env").filter(isRecord).flatMap(literal);
    },
    get isHealthChecked() {
      return isServing ? read(of, "readinessProbe") !== undefined : undefined;
    },
    get hasSameProbes() {
      const liveness = read(of, "livenessProbe");
      return isServing && liveness !== undefined && sameText(liveness, read(of, "readinessProbe"));
    },
    get probedHosts() {
      return HANDLERS.flatMap(key =>
        ["httpGet", "tcpSocket"].flatMap(way => textAt(of, `${key}.${way}.host`) ?? []),
      );
    },
  };
}

const sameText = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const plain = (capability: string): string => capability.toUpperCase().replace(/^CAP_/, "");

function literal(variable: unknown): Container["literals"] {
  const value = textAt(variable, "value");
  return value ? [{ name: textAt(variable, "name") ?? "", value }] : [];
}

/** One property broken. */
export interface Change {
  readonly what: string;
  readonly path: string;
  /** What stands there instead; undefined: nothing. A record at a path that ends in a dot is merged into what is there. */
  readonly value: unknown;
  /** Instead of the mutant's own. */
  readonly namespace?: string;
}

const POD = "spec.template.spec";
const MAIN = `${POD}.containers.0`;
const SECURITY = `${MAIN}.securityContext`;
const RESOURCES = `${MAIN}.resources`;
const IMAGE = "registry.example.com/app";
const PROBE = { httpGet: { path: "/", port: 8080 }, periodSeconds: 10 };

const pod = (what: string, key: string, value: unknown): Change => ({ what, path: `${POD}.${key}`, value });
const main = (what: string, key: string, value: unknown): Change => ({ what, path: `${MAIN}.${key}`, value });
const security = (what: string, key: string, value: unknown): Change => ({
  what,
  path: `${SECURITY}.${key}`,
  value,
});
const without = (of: string, key: string): Change => ({
  what: `no ${key} in ${of}`,
  path: `${RESOURCES}.${of}.${key}`,
  value: undefined,
});

/** Of a workload, whatever its kind. */
export const PODS: readonly Change[] = [
  security("privileged", "privileged", true),
  security("may gain privileges", "allowPrivilegeEscalation", true),
  security("does not say whether it may gain privileges", "allowPrivilegeEscalation", undefined),
  security("drops nothing", "capabilities", undefined),
  security("drops one capability", "capabilities", { drop: ["NET_RAW"] }),
  security("has SYS_ADMIN", "capabilities", { drop: ["ALL"], add: ["SYS_ADMIN"] }),
  security("writes to its image", "readOnlyRootFilesystem", false),
  security("does not say whether it writes to its image", "readOnlyRootFilesystem", undefined),
  security("is root", "runAsUser", 0),
  security("is user 1000", "runAsUser", 1000),
  security("runs unconfined", "seccompProfile", { type: "Unconfined" }),
  without("limits", "memory"),
  without("limits", "cpu"),
  without("limits", "ephemeral-storage"),
  without("requests", "memory"),
  without("requests", "cpu"),
  without("requests", "ephemeral-storage"),
  main("asks for nothing and has no limits", "resources", undefined),
  main("image without a tag", "image", IMAGE),
  main("image by latest", "image", `${IMAGE}:latest`),
  main("image by tag", "image", `${IMAGE}:1.4`),
  main("no readiness probe", "readinessProbe", undefined),
  main("takes a port of the node", "ports", [{ containerPort: 8080, hostPort: 8080 }]),
  pod("shares the host's network", "hostNetwork", true),
  pod("shares the host's processes", "hostPID", true),
  pod("shares the host's memory", "hostIPC", true),
  pod("carries a token", "automountServiceAccountToken", true),
  pod("does not say whether it carries a token", "automountServiceAccountToken", undefined),
  pod("no security context", "securityContext", undefined),
  pod("no seccomp profile", "securityContext.seccompProfile", undefined),
  pod("may be root", "securityContext.runAsNonRoot", false),
  pod("holds Docker's socket", "volumes", [{ name: "docker", hostPath: { path: "/var/run/docker.sock" } }]),
  pod("only spread", "affinity", undefined),
  pod("may stand on one node", "", { affinity: undefined, topologySpreadConstraints: undefined }),
  { what: "in the namespace default", path: "metadata.annotations", value: {}, namespace: "default" },
  main("the same probe twice", "", { livenessProbe: PROBE, readinessProbe: PROBE }),
  { what: "three replicas", path: "spec.replicas", value: 3 },
];

const rule = (what: string, apiGroup: string, resource: string, ...verbs: string[]) => ({
  kind: "Role",
  what,
  path: "rules",
  value: [{ apiGroups: [apiGroup], resources: [resource], verbs }],
});

/** Of other objects. */
export const OBJECTS: readonly (Change & { readonly kind: string })[] = [
  { kind: "Service", what: "takes a port of every node", path: "spec.type", value: "NodePort" },
  { kind: "HorizontalPodAutoscaler", what: "down to one", path: "spec.minReplicas", value: 1 },
  {
    kind: "PodDisruptionBudget",
    what: "for others",
    path: "spec.selector.matchLabels",
    value: { app: "other" },
  },
  rule("allows every verb", "", "pods", "*"),
  rule("allows every resource", "", "*", "get"),
  rule("may impersonate", "", "users", "impersonate"),
];

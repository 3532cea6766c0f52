import { type Cases, change } from "../seed";

const pod = "spec.template.spec";
const main = `${pod}.containers.0`;
const web = "compose.services.web";

const onPod = (path: string, value: unknown) => change("deployment", path, value);
const onJob = (path: string, value: unknown) =>
  change("cron-job", `spec.jobTemplate.spec.template.spec.${path}`, value);
const onCompose = (path: string, value: unknown) => change("app", `${web}.${path}`, value);

/** All that is asked of a container but who it runs as. */
const NO_USER = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ["ALL"] },
  seccompProfile: { type: "RuntimeDefault" },
};

export const WORKLOADS: Cases = {
  "container-not-privileged": [
    onPod(`${main}.securityContext.privileged`, true),
    onJob("containers.0.securityContext.privileged", true),
    onCompose("privileged", true),
  ],
  "no-host-namespaces": [
    onPod(`${pod}.hostNetwork`, true),
    onPod(`${pod}.hostPID`, true),
    onJob("hostIPC", true),
    onCompose("network_mode", "host"),
    onCompose("pid", "host"),
    onCompose("ipc", "host"),
  ],
  "no-privilege-escalation": [
    onPod(`${main}.securityContext.allowPrivilegeEscalation`, true),
    onPod(`${main}.securityContext.allowPrivilegeEscalation`, undefined),
    onCompose("security_opt", []),
    onCompose("security_opt", ["no-new-privileges:false"]),
  ],
  "capabilities-dropped": [
    onPod(`${main}.securityContext.capabilities`, undefined),
    onPod(`${main}.securityContext.capabilities.drop`, ["NET_RAW"]),
    onCompose("cap_drop", undefined),
    onCompose("cap_drop", ["CHOWN"]),
  ],
  "no-dangerous-capabilities": [
    onPod(`${main}.securityContext.capabilities.add`, ["SYS_ADMIN"]),
    onCompose("cap_add", ["CAP_SYS_PTRACE"]),
    onCompose("cap_add", ["all"]),
  ],
  "seccomp-profile": [
    onPod(`${main}.securityContext.seccompProfile`, undefined),
    onPod(`${main}.securityContext.seccompProfile.type`, "Unconfined"),
    onCompose("security_opt", ["no-new-privileges:true", "seccomp:unconfined"]),
    onCompose("security_opt", ["no-new-privileges:true", "apparmor=unconfined"]),
  ],
  "no-host-paths": [
    onPod(`${pod}.volumes`, [{ name: "x", hostPath: { path: "/srv" } }]),
    onCompose("volumes", ["/:/host"]),
    onCompose("volumes", ["/etc:/host/etc:ro"]),
    onCompose("volumes", [{ type: "bind", source: "/var/lib/docker/volumes", target: "/x" }]),
  ],
  "no-docker-socket": [
    onPod(`${pod}.volumes`, [{ name: "x", hostPath: { path: "/run/containerd/containerd.sock" } }]),
    onCompose("volumes", ["/var/run/docker.sock:/var/run/docker.sock:ro"]),
    onCompose("volumes", [{ type: "bind", source: "/run/docker.sock", target: "/d.sock" }]),
  ],
  "no-devices": [
    onCompose("devices", ["/dev/ttyUSB0:/dev/ttyUSB0"]),
    onCompose("devices", [{ source: "/dev/dri", target: "/dev/dri" }]),
    onCompose("devices", ["/dev/null"]),
  ],
  "memory-limited": [
    onPod(`${main}.resources.limits.memory`, undefined),
    onJob("containers.0.resources.limits.memory", null),
    onCompose("mem_limit", undefined),
    onCompose("mem_limit", 0),
  ],
  "image-tagged": [
    onPod(`${main}.image`, "nginx"),
    onPod(`${main}.image`, "registry.example.com:5000/nginx"),
    onCompose("image", "nginx:latest"),
  ],
  "image-by-digest": [
    onPod(`${main}.image`, "nginx:1.27"),
    onJob("containers.0.image", "registry.example.com:5000/nginx:1.27"),
    onCompose("image", "postgres:17"),
  ],
  "health-checked": [
    onPod(`${main}.readinessProbe`, undefined),
    onCompose("healthcheck", undefined),
    onCompose("healthcheck", { disable: true }),
  ],
  "non-root": [
    onPod(`${main}.securityContext`, NO_USER),
    onJob("containers.0.securityContext", { ...NO_USER, runAsNonRoot: false }),
    onPod(`${main}.securityContext`, { ...NO_USER, runAsUser: 0 }),
    onCompose("user", undefined),
    onCompose("user", "root:1000"),
  ],
  "read-only-root": [
    onPod(`${main}.securityContext.readOnlyRootFilesystem`, undefined),
    onJob("containers.0.securityContext.readOnlyRootFilesystem", false),
    onCompose("read_only", false),
  ],
  "no-literal-credentials": [
    onPod(`${main}.env`, [{ name: "DB_PASSWORD", value: "hunter2" }]),
    onPod(`${main}.env`, [{ name: "DATABASE_URL", value: "postgres://app:secret@db/app" }]),
    onCompose("environment", { API_KEY: "abc" }),
    onCompose("environment", ["SESSION_SECRET=abc"]),
  ],
  "log-rotation": [
    onCompose("logging", undefined),
    onCompose("logging", { driver: "json-file" }),
    onCompose("logging.options", { "max-file": "3" }),
  ],
  "ports-bound": [
    onCompose("ports", ["8080:80"]),
    onCompose("ports", ["5432"]),
    onCompose("ports", [{ target: 5432, published: "5432" }]),
  ],
  "pids-limited": [
    onCompose("pids_limit", undefined),
    onCompose("pids_limit", 0),
    onCompose("pids_limit", -1),
  ],
};

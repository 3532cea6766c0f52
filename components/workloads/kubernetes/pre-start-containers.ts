import type { Hook } from "../../app/model/hook";
import { compact } from "../../lib/records";
import { commandOf } from "./container";
import type { Fields } from "./fields";
import { literal } from "./literal";
import { ROOT_CAPABILITIES } from "./security-context";
import type { Workload } from "./workload";

/** A service's `pre_start` hooks as init containers, with the service's image unless they name their own. */
export function preStartContainers(workload: Workload, container: Fields): readonly Fields[] {
  const {
    command: _c,
    args: _a,
    lifecycle: _l,
    livenessProbe: _v,
    readinessProbe: _r,
    startupProbe: _s,
    ports: _p,
    ...base
  } = container;
  return (workload.service.pre_start ?? []).map((hook, index) => {
    const env = Object.entries(ownEnvironment(workload, hook)).flatMap(([name, value]) =>
      value === null ? [] : [{ name, value: literal(value) }],
    );
    const all = [...((base.env as Fields[] | undefined) ?? []), ...env];
    const uid = uidOf(hook.user);
    return compact({
      ...base,
      name: `pre-start-${index + 1}`,
      image: hook.image ?? base.image,
      ...commandOf({ entrypoint: hook.entrypoint ?? null, command: hook.command ?? null }),
      workingDir: hook.working_dir ?? (base.workingDir as string | undefined),
      env: all.length > 0 ? all : undefined,
      securityContext: { ...(base.securityContext as Fields), ...userOf(workload, uid) },
    });
  });
}

/** Root, in a pod whose own program is not, needs what the pod withholds. */
function userOf({ runAs, privileges }: Workload, uid: number | undefined): Fields {
  if (uid === undefined) return {};
  if (uid !== 0 || runAs.kind !== "user" || privileges.privileged) return { runAsUser: uid };
  const capabilities = { drop: ["ALL"], add: ROOT_CAPABILITIES };
  return { runAsUser: uid, runAsNonRoot: false, capabilities };
}

/** Whether a hook runs as root before a service that does not. */
export function hasRootHook({ service }: Pick<Workload, "service">): boolean {
  return (service.pre_start ?? []).some(({ user }) => uidOf(user) === 0);
}

/** Root may be written by name; who else, a check has made sure is a number. */
function uidOf(user: string | undefined): number | undefined {
  return user === "root" ? 0 : user === undefined ? undefined : Number(user.split(":")[0]);
}

/** Without what the loader lays under it from the service, whose container has it already, as secrets where need be. */
function ownEnvironment({ service }: Workload, { environment = {} }: Hook): NonNullable<Hook["environment"]> {
  return Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => service.environment?.[name] !== value),
  );
}

import { compact } from "../../lib/records";
import { commandOf } from "./container";
import type { Fields } from "./fields";
import { literal } from "./literal";
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
    const env = Object.entries(hook.environment ?? {}).flatMap(([name, value]) =>
      value === null ? [] : [{ name, value: literal(value) }],
    );
    const uid = hook.user === undefined ? undefined : Number(hook.user.split(":")[0]);
    return compact({
      ...base,
      name: `pre-start-${index + 1}`,
      image: hook.image ?? base.image,
      ...commandOf({ entrypoint: hook.entrypoint ?? null, command: hook.command ?? null }),
      workingDir: hook.working_dir ?? (base.workingDir as string | undefined),
      env: [...((base.env as Fields[] | undefined) ?? []), ...env],
      securityContext: {
        ...(base.securityContext as Fields),
        ...(uid !== undefined && { runAsUser: uid }),
      },
    });
  });
}

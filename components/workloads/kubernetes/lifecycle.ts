import type { Hook } from "../../app/model/hook";
import { compact } from "../../lib/records";
import type { Reporter } from "../shared/reporter";
import { durationSeconds } from "./duration";
import type { Fields } from "./fields";
import type { Workload } from "./workload";

/** How long a pod that is going away still answers, so that proxies and DNS forget it first, seconds. */
const DRAIN_SECONDS = 5;

/** What runs around a container's start and end, and the signal that ends it. */
export function lifecycleOf(workload: Workload): Fields | undefined {
  const { post_start = [], pre_stop = [], stop_signal } = workload.service;
  const stop = pre_stop.length > 0 ? hookExec(pre_stop) : undefined;
  const lifecycle = compact({
    postStart: post_start.length > 0 ? hookExec(post_start) : undefined,
    preStop: stop ?? (drains(workload) ? { sleep: { seconds: DRAIN_SECONDS } } : undefined),
    stopSignal: stop_signal === undefined ? undefined : signalName(stop_signal),
  });
  return Object.keys(lifecycle).length > 0 ? lifecycle : undefined;
}

/** How long a pod may take to stop: Compose's grace period, 10 s by default, after the drain. */
export function gracePeriodSeconds(workload: Workload): number {
  const grace = Math.ceil(durationSeconds(workload.service.stop_grace_period) ?? 10);
  return grace + (drains(workload) ? DRAIN_SECONDS : 0);
}

/** Refuses hooks that want a user or rights of their own, which a pod's hooks cannot have. */
export function refuseHooks({ name, service }: Workload, reporter: Reporter): void {
  for (const [index, { user }] of (service.pre_start ?? []).entries()) {
    if (user === undefined || /^(root|\d+(:\d+)?)$/.test(user)) continue;
    const path = ["services", name, "pre_start", index];
    reporter.refuse(
      "services.*.pre_start[].user",
      path,
      `only the image knows who ${user} is`,
      "write a number",
    );
  }
  for (const key of ["post_start", "pre_stop"] as const) {
    for (const [index, { user, privileged }] of (service[key] ?? []).entries()) {
      const path = ["services", name, key, index];
      const instead = "set it on the service, or do the work in the service's own command";
      if (user !== undefined)
        reporter.refuse(`services.*.${key}[].user`, path, "a hook has no user of its own", instead);
      if (privileged === true) {
        reporter.refuse(`services.*.${key}[].privileged`, path, "a hook has no rights of its own", instead);
      }
    }
  }
}

function drains({ kind, ports }: Workload): boolean {
  return kind === "Deployment" && ports.length > 0;
}

function hookExec(hooks: readonly Hook[]): Fields {
  const [only, ...others] = hooks;
  const plain = others.length === 0 && only && !only.environment && only.working_dir === undefined;
  if (plain) return { exec: { command: only.command ?? [] } };
  return { exec: { command: ["/bin/sh", "-c", hooks.map(shellLine).join(" && ")] } };
}

function shellLine({ command, environment, working_dir }: Hook): string {
  const set = Object.entries(environment ?? {}).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${value}`],
  );
  const words = [...(set.length > 0 ? ["env", ...set] : []), ...(command ?? [])].map(quoted).join(" ");
  return working_dir === undefined ? words : `(cd ${quoted(working_dir)} && ${words})`;
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

function signalName(signal: string): string {
  const names: Readonly<Record<string, string>> = {
    1: "HUP",
    2: "INT",
    3: "QUIT",
    9: "KILL",
    10: "USR1",
    12: "USR2",
    15: "TERM",
  };
  const upper = signal.toUpperCase();
  return `SIG${names[upper] ?? upper.replace(/^SIG/, "")}`;
}

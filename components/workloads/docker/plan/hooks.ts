import type { Hook } from "../../../app/model/hook";
import type { ServiceContext } from "./context";

/** Lifecycle hooks as written, without privileges that nobody allowed. */
export function planHooks(context: ServiceContext): Readonly<Record<string, unknown>> {
  const { post_start, pre_stop } = context.service;
  return {
    ...(post_start && {
      post_start: post_start.map((hook, index) => confine(context, "post_start", hook, index)),
    }),
    ...(pre_stop && { pre_stop: pre_stop.map((hook, index) => confine(context, "pre_stop", hook, index)) }),
  };
}

function confine(context: ServiceContext, key: "post_start" | "pre_stop", hook: Hook, index: number): Hook {
  if (hook.privileged !== true) return hook;
  const path = ["services", context.name, key, index, "privileged"];
  if (context.extension.allow.includes("privileged")) {
    const note = "granted, because x-towpath.allow has privileged";
    context.reporter.adapted(`services.*.${key}[].privileged`, path, note);
    return hook;
  }
  context.reporter.withheld(`services.*.${key}[].privileged`, path, "full power over the host", "privileged");
  const { privileged: _, ...rest } = hook;
  return rest;
}

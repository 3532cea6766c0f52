import { InvalidInput } from "../../components/lib/issues";
import type { Options, Values } from "../arguments/option";
import type { Context } from "../context";
import type { StackRequest } from "../stack/read-stack";

/** Options of every verb that is about a stack. */
export const STACK_OPTIONS = {
  stack: {
    kind: "text",
    value: "NAME",
    about: "The stack, whose settings are in Pulumi.<NAME>.yaml. Default: dev",
  },
  compose: {
    kind: "list",
    value: "FILE",
    about: "Compose files in merge order, instead of the stack's towpath:compose",
  },
  config: {
    kind: "list",
    value: "KEY=VALUE",
    about:
      "Overrides a setting: target=k3s, docker.host.instanceType=t4g.micro, aws:region=eu-west-1. A key " +
      "without a namespace is one of towpath's",
  },
} as const satisfies Options;

export const OUT_OPTION = {
  out: { kind: "text", value: "DIR", about: "Folder of the rendered files. Default: out/<stack>" },
} as const satisfies Options;

export const DATE_OPTION = {
  date: {
    kind: "text",
    value: "YYYY-MM-DD",
    about: "The day for policies and prices that look at dates. Default: today",
  },
} as const satisfies Options;

/** Which stack a verb is about. */
export function stackRequest(values: Values<typeof STACK_OPTIONS>, { directory }: Context): StackRequest {
  const { stack = "dev", compose, config: overrides } = values;
  return { directory, stack, compose, overrides };
}

/** @throws InvalidInput when the date is none */
export function dateOf({ date }: Values<typeof DATE_OPTION>, { today }: Context): string {
  if (date === undefined) return today;
  const day = new Date(`${date}T00:00:00Z`);
  const real = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(day.getTime());
  if (real && day.toISOString().startsWith(date)) return date;
  throw new InvalidInput([{ path: "--date", wrong: `${date} is no date`, instead: "write YYYY-MM-DD" }]);
}

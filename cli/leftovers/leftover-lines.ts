import type { Style } from "../terminal/style";
import type { Leftover } from "./classify";

/** What is left of a stack, for people. */
export function leftoverLines(left: readonly Leftover[], style: Style): string[] {
  if (left.length === 0) return ["Nothing is left."];
  const paint = { leftover: style.red, kept: style.yellow, going: style.dim };
  return left.flatMap(({ arn, state, why, remove }) => [
    `${paint[state](state)} ${arn}`,
    `  ${why}`,
    `  ${style.dim(remove ?? "remove it in the console")}`,
  ]);
}

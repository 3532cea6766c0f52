import pico from "picocolors";

/** How text is set off: escape codes on a terminal, nothing in a pipe. */
export type Style = Pick<
  ReturnType<typeof pico.createColors>,
  "bold" | "dim" | "red" | "yellow" | "green" | "cyan"
>;

/** @param colour whether the output is a terminal whose user did not set `NO_COLOR` */
export function styleFor(colour: boolean): Style {
  return pico.createColors(colour);
}

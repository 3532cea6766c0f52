import type { Style } from "../../terminal/style";
import { paragraph } from "../../terminal/wrap";
import type { Preview } from "../preview";

export function headerLines({ app, stack, target, date, region, warnings }: Preview, style: Style): string[] {
  const place = region === undefined ? "" : ` · ${region}`;
  return [
    `${style.bold(app)} · stack ${stack} · ${style.cyan(target)}${place} · as of ${date}`,
    ...warnings.flatMap(warning => paragraph(`warning: ${warning}`, 2).map(line => style.yellow(line))),
  ];
}

import type { Style } from "../terminal/style";
import type { Outcome } from "./resolve-creation";

/** What became of each creation under way, for people, and what to do next. */
export function recoverLines(outcomes: ReadonlyMap<string, Outcome>, out: string, style: Style): string[] {
  const each = [...outcomes].flatMap(([urn, outcome]) => [
    headOf(urn, outcome, style),
    ...wordsOf(outcome).map(line => `  ${line}`),
  ]);
  const unclear = [...outcomes].filter(([, { kind }]) => kind === "unclear");
  if (unclear.length > 0)
    return [
      ...each,
      "",
      "Look for each that is unclear, and run this again with --adopt URN=ID or --forget URN.",
    ];
  const none = outcomes.size === 0 ? ["No creation was under way."] : each;
  return [...none, "", `Next: pulumi stack import --file ${out} && pulumi refresh && pulumi up`];
}

function headOf(urn: string, { kind }: Outcome, style: Style): string {
  const paint = { adopted: style.green, forgotten: style.dim, interrupted: style.yellow, unclear: style.red };
  return `${paint[kind](kind)} ${urn}`;
}

function wordsOf(outcome: Outcome): string[] {
  switch (outcome.kind) {
    case "forgotten":
    case "unclear":
      return [outcome.why];
    case "interrupted":
      return ["an upgrade by Helm", ...unlockLine(outcome.unlock)];
    case "adopted":
      return [
        `with the id ${outcome.id}; the refresh takes it out again if it is not there`,
        ...(outcome.anew ? ["the next update makes it anew: nobody saw how it ended"] : []),
        ...(outcome.wait === undefined ? [] : [`before the refresh: ${outcome.wait}`]),
        ...(outcome.unlock === undefined ? [] : unlockLine(outcome.unlock)),
      ];
    default:
      return outcome satisfies never;
  }
}

function unlockLine(command: string): string[] {
  return [`before the refresh, unless you go on with a destroy: ${command}`];
}

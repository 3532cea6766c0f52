/** A set of path patterns such as `services.*.build.args`, where `*` stands for any key or index. */
export interface Pattern<Rule> {
  readonly rule?: Rule;
  readonly any?: Pattern<Rule>;
  readonly keys: ReadonlyMap<string, Pattern<Rule>>;
}

interface Growing<Rule> {
  rule?: Rule;
  any?: Growing<Rule>;
  keys: Map<string, Growing<Rule>>;
}

/** Makes a tree of a table from pattern to rule, so that a walk looks only where a rule may apply. */
export function patterns<Rule>(table: Readonly<Record<string, Rule>>): Pattern<Rule> {
  const root: Growing<Rule> = { keys: new Map() };
  for (const [pattern, rule] of Object.entries(table)) {
    let at = root;
    for (const step of pattern.split(".")) at = next(at, step);
    at.rule = rule;
  }
  return root;
}

function next<Rule>(at: Growing<Rule>, step: string): Growing<Rule> {
  const known = step === "*" ? at.any : at.keys.get(step);
  if (known !== undefined) return known;
  const made: Growing<Rule> = { keys: new Map() };
  if (step === "*") at.any = made;
  else at.keys.set(step, made);
  return made;
}

/** The part of a pattern tree under one key or index. A pattern never mixes `*` and names at one place. */
export function under<Rule>(at: Pattern<Rule> | undefined, step: string | number): Pattern<Rule> | undefined {
  if (at === undefined) return undefined;
  return (typeof step === "string" ? at.keys.get(step) : undefined) ?? at.any;
}

import { expect } from "vitest";
import type { Registered } from "../../cli/engine/registered";
import { type ProgramRun, runProgram } from "../../cli/engine/run-program";

const STACK = "pulumi:pulumi:Stack";

/**
 * Runs `make` as a whole program under the strict mocks and checks what holds for every program: resources
 * belong to a component, and no name is used twice. Returns what was registered.
 */
export async function runComponent(
  make: () => unknown,
  config: Record<string, string> = {},
): Promise<ProgramRun> {
  const program = async () => {
    const made = await make();
    return made === undefined ? {} : { made: undefined };
  };
  const run = await runProgram({
    project: "shop",
    stack: "test",
    config: { "aws:region": "us-east-1", ...config },
    program,
  });
  expect(orphans(run.resources)).toEqual([]);
  expect(new Set(run.resources.map(({ urn }) => urn)).size).toBe(run.resources.length);
  return run;
}

/** Custom resources that hang directly below the stack. */
function orphans(resources: readonly Registered[]): string[] {
  const components = new Set(
    resources.filter(({ custom, type }) => !custom && type !== STACK).map(({ urn }) => urn),
  );
  return resources
    .filter(({ custom, parent }) => custom && !components.has(parent ?? ""))
    .map(({ urn }) => urn);
}

/** The resources as an indented tree of `type name`, children in name order: readable in a golden. */
export function tree(resources: readonly Registered[]): string {
  const children = new Map<string | undefined, Registered[]>();
  for (const one of resources) children.set(one.parent, [...(children.get(one.parent) ?? []), one]);
  const lines = (parent: string | undefined, depth: number): string[] =>
    (children.get(parent) ?? [])
      .sort((a, b) => (`${a.type} ${a.name}` < `${b.type} ${b.name}` ? -1 : 1))
      .flatMap(one => [`${"  ".repeat(depth)}${one.type} ${one.name}`, ...lines(one.urn, depth + 1)]);
  return `${lines(undefined, 0).join("\n")}\n`;
}

/** The one resource of a type whose name ends in `ending`; fails the test when there is none or more. */
export function only(resources: readonly Registered[], type: string, ending = ""): Registered {
  const found = resources.filter(one => one.type === type && one.name.endsWith(ending));
  expect(
    found.map(({ name }) => name),
    `${type} *${ending}`,
  ).toHaveLength(1);
  return found[0] as Registered;
}

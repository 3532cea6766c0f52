import { InvalidInput, type Issue } from "../../components/lib/issues";
import { resolveUsage, type Usage } from "../../pricing/usage";

/**
 * Usage figures from the stack's settings, with those of `--usage KEY=NUMBER` over them.
 *
 * @throws InvalidInput with every entry that is no figure, and with unknown names
 */
export function usageOf(
  settings: Readonly<Record<string, number>>,
  entries: readonly string[],
): Partial<Usage> {
  const issues: Issue[] = [];
  const given: Record<string, number> = { ...settings };
  for (const entry of entries) {
    const [, key, number] = /^(\w+)=(\d+(?:\.\d+)?)$/.exec(entry) ?? [];
    if (key === undefined) {
      issues.push({
        path: `--usage ${entry}`,
        wrong: "not a figure",
        instead: "write a name and a number, e.g. natDataGb=50",
      });
    } else given[key] = Number(number);
  }
  if (issues.length > 0) throw new InvalidInput(issues);
  return resolveUsage(given);
}

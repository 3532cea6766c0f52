import { InvalidInput } from "../../components/lib/issues";

/** The regions to ask for: those that were named, else those that are known. Throws for what names none. */
export function askedRegions(named: readonly string[], known: readonly string[]): readonly string[] {
  const issues = named
    .filter(region => !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
    .map(region => ({
      path: `--region ${region}`,
      wrong: "not the code of a region",
      instead: "write one such as eu-west-1",
    }));
  if (issues.length > 0) throw new InvalidInput(issues);
  return [...new Set(named.length > 0 ? named : known)].sort();
}

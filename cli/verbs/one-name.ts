import { InvalidInput } from "../../components/lib/issues";

/** The only operand. */
export function oneName([name = "", ...rest]: readonly string[]): string {
  if (rest.length === 0) return name;
  const issue = { path: "NAME", wrong: `${rest.length + 1} names`, instead: "write one at a time" };
  throw new InvalidInput([issue]);
}

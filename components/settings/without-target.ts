import { z } from "zod";
import type { Issue } from "../lib/issues";
import { zodIssues } from "../lib/zod-issues";
import { awsShape, commonShape } from "./common";
import { settings } from "./settings";

const targets = settings.options.map(({ shape }) => shape.target.value);
const known = new Set(settings.options.flatMap(({ shape }) => Object.keys(shape)));
const anyTarget = z.strictObject({
  ...Object.fromEntries([...known].map(key => [key, z.unknown().optional()])),
  ...commonShape,
  ...awsShape,
});

/**
 * What is wrong beside a target that does not exist: the keys that every target has, and those that none has. Nothing
 * where the target exists, since its own schema tells then. `prefix` is put before each path.
 */
export function withoutTarget(given: Readonly<Record<string, unknown>>, prefix: string): Issue[] {
  if (targets.some(target => target === given.target)) return [];
  const parsed = anyTarget.safeParse(given, { reportInput: true });
  return parsed.success ? [] : zodIssues(parsed.error, anyTarget, prefix);
}

import { formatIssue, InvalidInput } from "../../components/lib/issues";
import { parseSettings } from "../../components/settings/parse";

/** What a stack's config is refused for, as its user reads it; none when it is taken. */
export function problems(raw: Readonly<Record<string, unknown>>, stack = "dev"): string[] {
  try {
    parseSettings(raw, stack);
  } catch (error) {
    if (error instanceof InvalidInput) return error.issues.map(formatIssue);
    throw error;
  }
  return [];
}

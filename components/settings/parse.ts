import { InvalidInput, type Issue } from "../lib/issues";
import { zodIssues } from "../lib/zod-issues";
import { ENVIRONMENTS } from "./common";
import { crossChecks } from "./cross-checks";
import { type Settings, settings } from "./settings";
import { withoutTarget } from "./without-target";

const NAMESPACE = "towpath:";
/** Keys whose value is text whatever it looks like; all others may be JSON, as the engine passes them. */
const TEXT_KEYS = new Set(["target", "environment", "domain", "acmeEmail", "namespace"]);
/** Secret config keys: read where they are used, never part of the settings. */
const SECRET_KEYS = new Set(["secrets", "kubeconfig", "sshPrivateKey"]);

/**
 * Checks a stack's config and fills in defaults. `raw` has full keys (`towpath:target`, `aws:region`) and
 * values as they stand in `Pulumi.<stack>.yaml` or as JSON text. Throws InvalidInput with every problem.
 */
export function parseSettings(raw: Readonly<Record<string, unknown>>, stack: string): Settings {
  const given: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(raw)) {
    const name = key.slice(NAMESPACE.length);
    if (!key.startsWith(NAMESPACE) || SECRET_KEYS.has(name)) continue;
    given[name] = TEXT_KEYS.has(name) ? value : fromJson(value);
  }
  if (given.target !== "cluster" && raw["aws:region"] !== undefined) given.region = raw["aws:region"];
  if (given.environment === undefined && isEnvironment(stack)) given.environment = stack;
  given.secretNames = secretNames(raw[`${NAMESPACE}secrets`]);
  const parsed = settings.safeParse(given, { reportInput: true });
  const issues = parsed.success
    ? crossChecks(parsed.data)
    : [...zodIssues(parsed.error, settings, NAMESPACE), ...withoutTarget(given, NAMESPACE)];
  if (issues.length > 0 || !parsed.success) throw new InvalidInput(issues.map(asWritten));
  return parsed.data;
}

const isEnvironment = (stack: string) => ENVIRONMENTS.some(name => name === stack);

function fromJson(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Names under `towpath:secrets`; their values are not looked at. */
function secretNames(value: unknown): string[] {
  const secrets = fromJson(value);
  const isMapping = typeof secrets === "object" && secrets !== null && !("secure" in secrets);
  return isMapping ? Object.keys(secrets).sort() : [];
}

/** The region is written as the AWS provider's own key. */
function asWritten(issue: Issue): Issue {
  return issue.path === `${NAMESPACE}region` ? { ...issue, path: "aws:region" } : issue;
}

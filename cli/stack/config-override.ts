import { parse } from "yaml";
import { InvalidInput, type Issue } from "../../components/lib/issues";
import { isMapping, type Mapping } from "./read-yaml";

type Step = string | number;

/** One `--config key=value`, taken apart. */
interface Override {
  /** With its namespace, e.g. `towpath:docker`. */
  readonly key: string;
  /** Where in an object or list, e.g. `["host", "instanceType"]`. */
  readonly path: readonly Step[];
  readonly value: unknown;
}

const NAMESPACE = "towpath";
const STEP = /\.?([^.[\]"]+)|\[(\d+)\]|\["([^"]*)"\]/y;

/**
 * A stack's config with `--config` entries put in, in their order. `docker.host.instanceType=t4g.micro` means
 * `towpath:docker`; a value is read as `pulumi config set --path` reads it (`true`, `false` and whole numbers
 * are what they look like), and one that begins with `[` or `{` as YAML.
 *
 * @throws InvalidInput with every entry that cannot be read
 */
export function withOverrides(config: Mapping, entries: readonly string[]): Mapping {
  const issues: Issue[] = [];
  let result = config;
  for (const entry of entries) {
    try {
      const { key, path, value } = readOverride(entry);
      result = { ...result, [key]: put(result[key], path, value) };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      issues.push({ path: `--config ${entry}`, wrong: error.message, instead: error.instead });
    }
  }
  if (issues.length > 0) throw new InvalidInput(issues);
  return result;
}

class Unreadable extends Error {
  constructor(
    message: string,
    readonly instead: string,
  ) {
    super(message);
  }
}

function readOverride(entry: string): Override {
  const equals = entry.indexOf("=");
  if (equals < 1) throw new Unreadable("not key=value", "write for example --config target=docker");
  const [, namespace = NAMESPACE, rest = ""] = /^(?:([^:.[\]]+):)?(.*)$/s.exec(entry.slice(0, equals)) ?? [];
  const [first, ...path] = readPath(rest);
  if (typeof first !== "string") throw new Unreadable("no key", "write for example --config target=docker");
  return { key: `${namespace}:${first}`, path, value: readValue(entry.slice(equals + 1)) };
}

function readPath(text: string): Step[] {
  const steps: Step[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < text.length) {
    const found = STEP.exec(text);
    if (found === null) throw new Unreadable("not a path", "write for example docker.host.instanceType");
    const [, name, index, quoted] = found;
    steps.push(index === undefined ? (name ?? quoted ?? "") : Number(index));
  }
  return steps;
}

function readValue(text: string): unknown {
  if (text === "true" || text === "false") return text === "true";
  if (/^-?(0|[1-9]\d{0,14})$/.test(text)) return Number(text);
  if (!/^[[{]/.test(text)) return text;
  try {
    return parse(text, { maxAliasCount: 0 });
  } catch {
    throw new Unreadable("the value is not YAML", "close its brackets and quote it for the shell");
  }
}

function put(into: unknown, [step, ...rest]: readonly Step[], value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === "string") {
    const mapping = isMapping(into) ? into : {};
    const own = Object.hasOwn(mapping, step) ? mapping[step] : undefined;
    return { ...mapping, [step]: put(own, rest, value) };
  }
  const list: readonly unknown[] = Array.isArray(into) ? into : [];
  if (step > list.length) throw new Unreadable(`no entry ${step}`, `write ${list.length} or less`);
  return [...list.slice(0, step), put(list[step], rest, value), ...list.slice(step + 1)];
}

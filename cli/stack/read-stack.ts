import { readdirSync } from "node:fs";
import { InvalidInput, type Issue } from "../../components/lib/issues";
import { nearest } from "../../components/lib/nearest";
import { either } from "../arguments/parse-arguments";
import { withOverrides } from "./config-override";
import { type EngineConfig, engineConfig } from "./engine-config";
import { isMapping, type Mapping, readYaml } from "./read-yaml";
import { retargeted } from "./retarget";

/** Which stack, and what the command line says otherwise. */
export interface StackRequest {
  /** The folder of Pulumi.yaml. */
  readonly directory: string;
  readonly stack: string;
  /** Instead of the stack's Compose files, unless empty. */
  readonly compose: readonly string[];
  /** `key=value` each. */
  readonly overrides: readonly string[];
}

/** A stack's config in both forms. */
export interface StackConfig extends EngineConfig {
  readonly stack: string;
  /** The Pulumi project's name. */
  readonly project: string;
  /** By full key, as `parseSettings` reads it. */
  readonly raw: Mapping;
}

/**
 * Reads Pulumi.yaml and Pulumi.<stack>.yaml as the engine would, and applies the command line's overrides.
 *
 * @throws InvalidInput with every problem of the first step that has one
 */
export function readStack({ directory, stack, compose, overrides }: StackRequest): StackConfig {
  const project = projectName(directory);
  const file = stackFile(directory, stack);
  const written = isMapping(file.config) ? withNamespaces(file.config, project) : {};
  const kept = retargeted(written, withOverrides(written, overrides));
  const changed = withOverrides(kept, overrides);
  const raw = compose.length === 0 ? changed : { ...changed, "towpath:compose": [...compose] };
  return { stack, project, raw, ...engineConfig(raw) };
}

function projectName(directory: string): string {
  const name = readYaml(directory, "Pulumi.yaml")?.name;
  if (typeof name === "string" && name !== "") return name;
  throw refusal("Pulumi.yaml", "no project's name in it", "run towpath in the folder of its Pulumi.yaml");
}

function stackFile(directory: string, stack: string): Mapping {
  if (!/^[A-Za-z0-9][\w.-]{0,99}$/.test(stack)) {
    throw refusal("--stack", "not a stack's name", "write letters, digits, -, _ and .");
  }
  const name = `Pulumi.${stack}.yaml`;
  const file = readYaml(directory, name);
  if (file === undefined) throw refusal("--stack", `there is no ${name}`, otherStacks(directory, stack));
  if (file.config === undefined || file.config === null || isMapping(file.config)) return file;
  throw refusal(`${name}: config`, "not a mapping", "write keys and values");
}

function otherStacks(directory: string, stack: string): string {
  const stacks = readdirSync(directory)
    .flatMap(name => /^Pulumi\.(.+)\.yaml$/.exec(name)?.[1] ?? [])
    .sort();
  const close = nearest(stack, stacks);
  if (close !== undefined) return `did you mean ${close}?`;
  return stacks.length === 0 ? "write one" : `write it, or name ${either(stacks)}`;
}

/** A key without a namespace belongs to the project. */
function withNamespaces(config: Mapping, project: string): Mapping {
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [key.includes(":") ? key : `${project}:${key}`, value]),
  );
}

function refusal(path: string, wrong: string, instead: string): InvalidInput {
  const issue: Issue = { path, wrong, instead };
  return new InvalidInput([issue]);
}

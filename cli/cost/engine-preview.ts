import { readFileSync } from "node:fs";
import { InvalidInput } from "../../components/lib/issues";
import type { PricedResource } from "../../pricing/priced-resource";
import { plainInputs } from "../engine/plain-inputs";
import { isMapping, type Mapping } from "../stack/read-yaml";

/** What a preview of the engine says would be there, and where. */
export interface EnginePreview {
  readonly resources: readonly (PricedResource & { readonly parent?: string })[];
  /** From the preview's config. */
  readonly region?: string;
}

/**
 * Reads what `pulumi preview --json` wrote: every resource that would be there once the update is done.
 *
 * @throws InvalidInput when the file is not such a preview
 */
export function readEnginePreview(path: string): EnginePreview {
  const preview = readJson(path);
  if (!isMapping(preview) || !Array.isArray(preview.steps)) {
    throw refusal(path, "not a preview of the engine", "write one with pulumi preview --json");
  }
  const region = isMapping(preview.config) ? preview.config["aws:region"] : undefined;
  return {
    resources: preview.steps.flatMap(resourceOf),
    ...(typeof region === "string" ? { region } : {}),
  };
}

/** A step's new state; a step that deletes has none. */
function resourceOf(step: unknown): EnginePreview["resources"] {
  if (!isMapping(step) || !isMapping(step.newState)) return [];
  const { urn, type, inputs, dependencies, parent } = step.newState;
  if (typeof urn !== "string" || typeof type !== "string") return [];
  return [
    {
      ...{ urn, type, name: urn.split("::").at(-1) ?? urn },
      inputs: inputsOf(inputs),
      ...(typeof parent === "string" ? { parent } : {}),
      ...(Array.isArray(dependencies) ? { dependencies: dependencies.map(String) } : {}),
    },
  ];
}

function inputsOf(inputs: unknown): Mapping {
  const plain = plainInputs(inputs);
  return isMapping(plain) ? plain : {};
}

/** A JSON file's value. Throws InvalidInput when it cannot be read. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const wrong = error instanceof SyntaxError ? "not JSON" : "cannot be read";
    throw refusal(path, wrong, "name a JSON file that exists");
  }
}

function refusal(path: string, wrong: string, instead: string): InvalidInput {
  return new InvalidInput([{ path, wrong, instead }]);
}

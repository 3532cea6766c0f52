import { isMapping, type Mapping } from "./read-yaml";

/** What stands for a value that only the stack's owner can decrypt. */
const PLACEHOLDER = "[secret]";

/** Config as the engine hands it to a program: text, objects as JSON. */
export interface EngineConfig {
  readonly config: Readonly<Record<string, string>>;
  /** Keys whose value is, or holds, a secret. */
  readonly secretKeys: readonly string[];
}

/** A stack file's config for the program, with a placeholder for every encrypted value. */
export function engineConfig(raw: Mapping): EngineConfig {
  const config: Record<string, string> = {};
  const secretKeys: string[] = [];
  for (const [key, value] of Object.entries(raw)) {
    const shown = withoutSecrets(value);
    if (shown.secret) secretKeys.push(key);
    config[key] = typeof shown.value === "string" ? shown.value : JSON.stringify(shown.value ?? "");
  }
  return { config, secretKeys };
}

function withoutSecrets(value: unknown): { readonly value: unknown; readonly secret: boolean } {
  if (Array.isArray(value)) {
    const items = value.map(withoutSecrets);
    return { value: items.map(item => item.value), secret: items.some(item => item.secret) };
  }
  if (!isMapping(value)) return { value, secret: false };
  if (Object.keys(value).length === 1 && typeof value.secure === "string") {
    return { value: PLACEHOLDER, secret: true };
  }
  const entries = Object.entries(value).map(([key, inner]) => [key, withoutSecrets(inner)] as const);
  return {
    value: Object.fromEntries(entries.map(([key, inner]) => [key, inner.value])),
    secret: entries.some(([, inner]) => inner.secret),
  };
}

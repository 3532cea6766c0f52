/** Inputs of a resource, by key. */
export type Inputs = Readonly<Record<string, unknown>>;

/** A text with the values of inputs in the place of `{key}`; undefined when one of them is no text, a secret say. */
export function filled(text: string, inputs: Inputs): string | undefined {
  const keys = [...text.matchAll(/\{(\w+)\}/g)].map(([, key = ""]) => key);
  if (keys.some(key => typeof inputs[key] !== "string")) return undefined;
  return text.replace(/\{(\w+)\}/g, (_, key) => String(inputs[key]));
}

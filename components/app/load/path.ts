/** Where a value stands in the model: keys, and indexes of lists. */
export type Path = readonly (string | number)[];

/** `services.web.ports[0]`, the form in which problems name a path. */
export function pathText(path: Path): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else text += text === "" ? step : `.${step}`;
  }
  return text;
}

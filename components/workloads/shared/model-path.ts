/** Where a value stands in the canonical model, e.g. `["services", "web", "ports", 0]`. */
export type ModelPath = readonly (string | number)[];

/** The path as people read it: `services.web.ports[0]`. */
export function pathText(path: ModelPath): string {
  return path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`),
    "",
  );
}

/** Whether `path` is `parent` or lies below it. */
export function isWithin(parent: ModelPath, path: ModelPath): boolean {
  return parent.length <= path.length && parent.every((step, index) => step === path[index]);
}

/** Each step's place among its siblings; what the model does not hold comes last. */
export function modelRank(model: unknown, path: ModelPath): number[] {
  let node: unknown = model;
  return path.map(step => {
    if (typeof step === "number") {
      node = Array.isArray(node) ? node[step] : undefined;
      return step;
    }
    const keys = typeof node === "object" && node !== null ? Object.keys(node) : [];
    node = Object.entries(node ?? {}).find(([key]) => key === step)?.[1];
    const place = keys.indexOf(step);
    return place < 0 ? keys.length : place;
  });
}

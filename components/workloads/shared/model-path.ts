/** Where a value stands in the canonical model, e.g. `["services", "web", "ports", 0]`. */
export type ModelPath = readonly (string | number)[];

/** The path as people read it: `services.web.ports[0]`. */
export function pathText(path: ModelPath): string {
  return path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`),
    "",
  );
}

/** Tells each step's place among its siblings; what the model does not hold comes last. */
export function modelRanks(model: unknown): (path: ModelPath) => number[] {
  const places = new Map<object, ReadonlyMap<string, number>>();
  const placesIn = (node: object): ReadonlyMap<string, number> => {
    const known = places.get(node);
    if (known !== undefined) return known;
    const found = new Map(Object.keys(node).map((key, place) => [key, place]));
    places.set(node, found);
    return found;
  };
  return path => {
    let node = model;
    return path.map(step => {
      const within = typeof node === "object" && node !== null ? node : {};
      node = Object.hasOwn(within, step) ? Reflect.get(within, step) : undefined;
      if (typeof step === "number") return step;
      const siblings = placesIn(within);
      return siblings.get(step) ?? siblings.size;
    });
  };
}

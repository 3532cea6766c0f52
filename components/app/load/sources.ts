import type { Position } from "../../lib/issues";
import type { Path } from "./path";
import type { MapNode, YamlNode } from "./yaml/node";
import type { Parsed } from "./yaml/parse";

/** A document, and which part of it stands at which place of the model. */
interface Layer {
  readonly parsed: Parsed;
  readonly model: Path;
  readonly inDocument: Path;
}

/** Knows where each path of the model was written. Looked up only when asked, so that loading stays fast. */
export class Sources {
  private readonly layers: Layer[] = [];
  private readonly anchors = new Map<Parsed, Map<string, YamlNode>>();
  /** Of each mapping that was looked into, its entries by key: a large one is asked for each of them. */
  private readonly entries = new Map<MapNode, ReadonlyMap<string, MapNode["entries"][number]>>();

  /** A document that is merged over all before it. */
  add(parsed: Parsed): void {
    this.layers.push({ parsed, model: [], inDocument: [] });
  }

  /** A part of a document that lies below what was added: the base of `extends`, an included file. */
  addBelow(parsed: Parsed, model: Path, inDocument: Path): void {
    this.layers.unshift({ parsed, model, inDocument });
  }

  /** The place of a path; of its nearest parent that was written when it was not written itself. */
  readonly where = (path: Path): Position | undefined => {
    let best: { depth: number; at: Position } | undefined;
    for (const layer of this.layers) {
      if (layer.model.some((step, index) => path[index] !== step)) continue;
      const found = this.find(layer, path.slice(layer.model.length));
      const depth = layer.model.length + found.depth;
      if (best === undefined || depth >= best.depth)
        best = { depth, at: layer.parsed.position(found.offset) };
    }
    return best?.at;
  };

  private find(layer: Layer, path: Path): { depth: number; offset: number } {
    const steps = [...layer.inDocument, ...path];
    const { root } = layer.parsed;
    let found = root === null ? undefined : { node: root, offset: root.at };
    let depth = 0;
    for (const step of steps) {
      const next = found === undefined ? undefined : this.step(layer.parsed, found.node, step);
      if (next === undefined) break;
      found = next;
      depth += 1;
    }
    return { depth: depth - layer.inDocument.length, offset: found?.offset ?? 0 };
  }

  private entriesOf(node: MapNode): ReadonlyMap<string, MapNode["entries"][number]> {
    const known = this.entries.get(node);
    if (known !== undefined) return known;
    const byKey = node.entries.flatMap(entry =>
      entry.key.kind === "scalar" ? [[entry.key.text, entry] as const] : [],
    );
    const entries = new Map(byKey);
    this.entries.set(node, entries);
    return entries;
  }

  private step(
    parsed: Parsed,
    from: YamlNode,
    step: string | number,
  ): { node: YamlNode; offset: number } | undefined {
    const node = from.kind === "alias" ? this.anchor(parsed, from.name) : from;
    if (node?.kind === "list") {
      const item = typeof step === "number" ? node.items[step] : node.items.find(one => isNamed(one, step));
      return item === undefined ? undefined : { node: item, offset: item.at };
    }
    if (node?.kind !== "map") return undefined;
    const entry = typeof step === "string" ? this.entriesOf(node).get(step) : undefined;
    if (entry !== undefined) return { node: entry.value, offset: entry.key.at };
    const merged = node.entries.find(({ key }) => key.kind === "scalar" && key.text === "<<")?.value;
    if (merged === undefined) return undefined;
    for (const part of merged.kind === "list" ? merged.items : [merged]) {
      const found = this.step(parsed, part, step);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private anchor(parsed: Parsed, name: string): YamlNode | undefined {
    let known = this.anchors.get(parsed);
    if (known === undefined) {
      known = new Map();
      if (parsed.root !== null) collectAnchors(parsed.root, known);
      this.anchors.set(parsed, known);
    }
    return known.get(name);
  }
}

/** An entry of a list that became a key: `name`, or `name=value`. */
function isNamed(node: YamlNode, name: string): boolean {
  return node.kind === "scalar" && (node.text === name || node.text.startsWith(`${name}=`));
}

function collectAnchors(node: YamlNode, into: Map<string, YamlNode>): void {
  if (node.anchor !== undefined) into.set(node.anchor, node);
  if (node.kind === "list") for (const item of node.items) collectAnchors(item, into);
  if (node.kind === "map") for (const { value } of node.entries) collectAnchors(value, into);
}

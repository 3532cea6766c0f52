import { isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
import type { Position } from "../../lib/issues";
import type { Path } from "./path";
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
  private readonly anchors = new Map<Parsed, Map<string, Node>>();

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
    let node: unknown = layer.parsed.root;
    let offset = layer.parsed.root?.range?.[0] ?? 0;
    let depth = 0;
    for (const step of steps) {
      const next = this.step(layer.parsed, node, step);
      if (next === undefined) break;
      node = next.node;
      offset = next.offset;
      depth += 1;
    }
    return { depth: depth - layer.inDocument.length, offset };
  }

  private step(
    parsed: Parsed,
    from: unknown,
    step: string | number,
  ): { node: unknown; offset: number } | undefined {
    const node = isAlias(from) ? this.anchor(parsed, from.source) : from;
    if (isSeq(node) && typeof step === "number") {
      const item = node.items[step];
      return item === undefined ? undefined : { node: item, offset: offsetOf(item) };
    }
    if (!isMap(node)) return undefined;
    for (const pair of node.items) {
      if (isScalar(pair.key) && pair.key.value === step)
        return { node: pair.value, offset: offsetOf(pair.key) };
    }
    const merged = node.items.find(pair => isScalar(pair.key) && pair.key.value === "<<")?.value;
    for (const part of isSeq(merged) ? merged.items : [merged]) {
      const found = part === undefined ? undefined : this.step(parsed, part, step);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private anchor(parsed: Parsed, name: string): Node | undefined {
    let known = this.anchors.get(parsed);
    if (known === undefined) {
      known = new Map();
      collectAnchors(parsed.root, known);
      this.anchors.set(parsed, known);
    }
    return known.get(name);
  }
}

function offsetOf(node: unknown): number {
  if (isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)) return node.range?.[0] ?? 0;
  return 0;
}

function collectAnchors(node: unknown, into: Map<string, Node>): void {
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return;
  if (node.anchor !== undefined) into.set(node.anchor, node);
  if (isSeq(node)) for (const item of node.items) collectAnchors(item, into);
  if (isMap(node)) for (const pair of node.items) collectAnchors(pair.value, into);
}

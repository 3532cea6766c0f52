import {
  type Alias,
  isAlias,
  isMap as isMapNode,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  type YAMLMap,
} from "yaml";
import type { Path } from "../path";
import { type Problems, refuse } from "../problems";
import { emptyMap, isMap, type Tree, type TreeMap } from "../tree";
import { AliasBudget } from "./alias-budget";
import { MAX_NODES, tooMany } from "./guard";
import type { Parsed } from "./parse";
import { taggedScalar } from "./tagged-scalar";

/** A document as a value, with the paths that `!reset` and `!override` take out of what it is merged onto. */
export interface Composed {
  readonly tree: Tree;
  readonly resets: readonly Path[];
}

/** Turns a parsed document into a value: anchors, `<<`, `!reset`, `!override`, unique string keys. */
export function composeYaml(parsed: Parsed, problems: Problems): Composed {
  const composer = new Composer(parsed, problems);
  const tree = composer.build(parsed.root, []);
  return { tree: tree ?? null, resets: composer.resets };
}

class Composer {
  readonly resets: Path[] = [];
  private readonly anchors = new Map<string, Node>();
  private readonly targets = new Map<Alias, Node | undefined>();
  private readonly open = new Set<Node>();
  private readonly budget = new AliasBudget();
  private visits = 0;

  constructor(
    private readonly parsed: Parsed,
    private readonly problems: Problems,
  ) {}

  /** Undefined for a node that `!reset` takes away. */
  build(node: unknown, path: Path): Tree | undefined {
    if (isAlias(node)) return this.alias(node, path);
    if (!isScalar(node) && !isMapNode(node) && !isSeq(node)) return null;
    this.count(node);
    if (node.anchor !== undefined && !this.budget.inAlias) this.anchors.set(node.anchor, node);
    if (node.tag === "!reset" || node.tag === "!override") this.resets.push(path);
    if (node.tag === "!reset") return undefined;
    if (isScalar(node)) return this.scalar(node, path);
    this.open.add(node);
    const tree = isSeq(node) ? this.list(node.items, path) : this.map(node, path);
    this.open.delete(node);
    return tree;
  }

  private scalar(node: Scalar, path: Path): Tree {
    const value = taggedScalar(node);
    if (value !== undefined) return value;
    this.wrong(node, path, `\`${node.source}\` is no ${node.tag}`, "change the value or drop the tag");
    return null;
  }

  private list(items: readonly unknown[], path: Path): Tree[] {
    const list: Tree[] = [];
    items.forEach((item, index) => {
      const value = this.build(item, [...path, index]);
      if (value !== undefined) list.push(value);
    });
    return list;
  }

  private map(node: YAMLMap, path: Path): TreeMap {
    const map = emptyMap();
    const own = new Set<string>();
    for (const pair of node.items) {
      const key = this.key(pair.key, path, own);
      if (key !== undefined && !(key === "<<" && isMergeKey(pair.key))) own.add(key);
    }
    for (const pair of node.items) {
      if (isMergeKey(pair.key)) this.mergeInto(map, own, pair.value, path);
      else if (isScalar(pair.key) && typeof pair.key.value === "string") {
        const value = this.build(pair.value, [...path, pair.key.value]);
        if (value !== undefined) map[pair.key.value] = value;
      }
    }
    return map;
  }

  /** The key as text, when it is one that has not been used in this mapping. */
  private key(node: unknown, path: Path, used: ReadonlySet<string>): string | undefined {
    if (!isScalar(node)) {
      this.wrong(node, path, "a key must be plain text", "write a text as the key");
      return undefined;
    }
    const value = taggedScalar(node);
    const name = String(node.value);
    if (node.anchor !== undefined && !this.budget.inAlias) this.anchors.set(node.anchor, node);
    if (typeof value !== "string")
      this.wrong(node, path, `the key ${name} is not text`, `put it in quotes: "${name}"`);
    if (used.has(name)) this.wrong(node, [...path, name], "this key is there twice", "keep one of them");
    return name;
  }

  /** `<<`: what the mapping says itself wins, then the first of several. */
  private mergeInto(map: TreeMap, own: ReadonlySet<string>, node: unknown, path: Path): void {
    const target = isAlias(node) ? this.target(node) : node;
    const parts = isSeq(target) ? target.items : [node];
    for (const part of parts) {
      const from = this.build(part, path);
      if (!isMap(from)) {
        this.wrong(
          part,
          path,
          "`<<` takes a mapping or a list of mappings",
          "write `<<: *name` of a mapping",
        );
        continue;
      }
      for (const key in from) {
        const value = from[key];
        if (value !== undefined && !own.has(key) && !(key in map)) map[key] = value;
      }
    }
  }

  private alias(node: Alias, path: Path): Tree | undefined {
    const target = this.target(node);
    if (target === undefined) {
      this.wrong(node, path, `there is no anchor &${node.source} before this`, "define the anchor first");
      return null;
    }
    if (this.open.has(target)) {
      this.wrong(node, path, `the anchor &${node.source} contains itself`, "remove the alias");
      return null;
    }
    return this.budget.inside(() => this.build(target, path));
  }

  private target(node: Alias): Node | undefined {
    if (!this.targets.has(node)) this.targets.set(node, this.anchors.get(node.source));
    return this.targets.get(node);
  }

  private count(node: Node): void {
    if (!this.budget.count()) {
      const at = this.parsed.position(node.range?.[0] ?? 0);
      refuse([], "aliases make this document explode", "use fewer aliases of aliases", at);
    }
    if (!this.budget.inAlias) this.visits += 1;
    if (this.visits > MAX_NODES) tooMany(this.parsed.position(0));
  }

  private wrong(node: unknown, path: Path, wrong: string, instead: string): void {
    const range = isScalar(node) || isMapNode(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
    this.problems.add(path, wrong, instead, this.parsed.position(range?.[0] ?? 0));
  }
}

/** A `<<` without quotes or tag. */
function isMergeKey(node: unknown): boolean {
  return isScalar(node) && node.value === "<<" && node.type === "PLAIN";
}

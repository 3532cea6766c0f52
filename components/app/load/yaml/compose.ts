import type { Path } from "../path";
import { type Problems, refuse } from "../problems";
import { emptyMap, isMap, type Tree, type TreeMap } from "../tree";
import { AliasBudget } from "./alias-budget";
import { MAX_NODES } from "./limits";
import type { AliasNode, ListNode, MapNode, ScalarNode, YamlNode } from "./node";
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
  const tree = parsed.root === null ? null : composer.build(parsed.root, []);
  return { tree: tree ?? null, resets: composer.resets };
}

class Composer {
  readonly resets: Path[] = [];
  private readonly anchors = new Map<string, YamlNode>();
  private readonly targets = new Map<AliasNode, YamlNode | undefined>();
  private readonly open = new Set<YamlNode>();
  private readonly budget = new AliasBudget();
  private visits = 0;

  constructor(
    private readonly parsed: Parsed,
    private readonly problems: Problems,
  ) {}

  /** Undefined for a node that `!reset` takes away. */
  build(node: YamlNode, path: Path): Tree | undefined {
    if (node.kind === "alias") return this.alias(node, path);
    this.count(node);
    if (node.anchor !== undefined && !this.budget.inAlias) this.anchors.set(node.anchor, node);
    if (node.tag === "!reset" || node.tag === "!override") this.resets.push(path);
    if (node.tag === "!reset") return undefined;
    if (node.kind === "scalar") return this.scalar(node, path);
    this.open.add(node);
    const tree = node.kind === "list" ? this.list(node, path) : this.map(node, path);
    this.open.delete(node);
    return tree;
  }

  private scalar(node: ScalarNode, path: Path): Tree {
    const value = taggedScalar(node);
    if (typeof value === "number" && !Number.isFinite(value)) {
      this.wrong(
        node,
        path,
        `\`${node.text}\` is no finite number`,
        "write a number, or put quotes around it",
      );
    }
    if (value !== undefined) return value;
    this.wrong(node, path, `\`${node.text}\` is no ${node.tag}`, "change the value or drop the tag");
    return null;
  }

  private list(node: ListNode, path: Path): Tree[] {
    const list: Tree[] = [];
    node.items.forEach((item, index) => {
      const value = this.build(item, [...path, index]);
      if (value !== undefined) list.push(value);
    });
    return list;
  }

  private map(node: MapNode, path: Path): TreeMap {
    const map = emptyMap();
    const own = new Set<string>();
    for (const { key } of node.entries) {
      const name = this.key(key, path, own);
      if (name !== undefined) own.add(name);
    }
    for (const { key, value } of node.entries) {
      if (isMergeKey(key)) this.mergeInto(map, own, value, path);
      else if (key.kind === "scalar") {
        const tree = this.build(value, [...path, key.text]);
        if (tree !== undefined) map[key.text] = tree;
      }
    }
    return map;
  }

  /** The key as text, when it is one that has not been used in this mapping. */
  private key(written: YamlNode, path: Path, used: ReadonlySet<string>): string | undefined {
    const node = written.kind === "alias" ? this.target(written) : written;
    if (node?.kind !== "scalar") {
      this.wrong(written, path, "a key must be plain text", "write a text as the key");
      return undefined;
    }
    const name = node.text;
    if (node.anchor !== undefined && !this.budget.inAlias) this.anchors.set(node.anchor, node);
    if (!isMergeKey(node) && typeof taggedScalar(node) !== "string") {
      this.wrong(node, path, `the key ${name} is not text`, `put it in quotes: "${name}"`);
    }
    if (used.has(name)) this.wrong(node, [...path, name], "this key is there twice", "keep one of them");
    return name;
  }

  /** `<<`: what the mapping says itself wins, then the first of several. */
  private mergeInto(map: TreeMap, own: ReadonlySet<string>, node: YamlNode, path: Path): void {
    const target = node.kind === "alias" ? this.target(node) : node;
    for (const part of target?.kind === "list" ? target.items : [node]) {
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

  private alias(node: AliasNode, path: Path): Tree | undefined {
    const target = this.target(node);
    if (target === undefined) {
      this.wrong(node, path, `there is no anchor &${node.name} before this`, "define the anchor first");
      return null;
    }
    if (this.open.has(target)) {
      this.wrong(node, path, `the anchor &${node.name} contains itself`, "remove the alias");
      return null;
    }
    return this.budget.inside(() => this.build(target, path));
  }

  private target(node: AliasNode): YamlNode | undefined {
    if (!this.targets.has(node)) this.targets.set(node, this.anchors.get(node.name));
    return this.targets.get(node);
  }

  private count(node: YamlNode): void {
    if (!this.budget.count()) {
      const at = this.parsed.position(node.at);
      refuse([], "aliases make this document explode", "use fewer aliases of aliases", at);
    }
    if (!this.budget.inAlias) this.visits += 1;
    if (this.visits > MAX_NODES) {
      const at = this.parsed.position(node.at);
      refuse([], `more than ${MAX_NODES} values in one document`, "split the file with `include`", at);
    }
  }

  private wrong(node: YamlNode, path: Path, wrong: string, instead: string): void {
    this.problems.add(path, wrong, instead, this.parsed.position(node.at));
  }
}

/** A `<<` without quotes or tag. */
function isMergeKey(node: YamlNode): boolean {
  return node.kind === "scalar" && node.text === "<<" && node.plain && node.tag === undefined;
}

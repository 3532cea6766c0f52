/** What every node of a YAML document has. `at` is where it begins in the text. */
interface NodeBase {
  readonly at: number;
  readonly tag?: string;
  readonly anchor?: string;
}

export interface ScalarNode extends NodeBase {
  readonly kind: "scalar";
  readonly text: string;
  /** Written without quotes, so that it may mean more than its text. */
  readonly plain: boolean;
}

export interface ListNode extends NodeBase {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
}

export interface MapNode extends NodeBase {
  readonly kind: "map";
  readonly entries: readonly { readonly key: YamlNode; readonly value: YamlNode }[];
}

export interface AliasNode extends NodeBase {
  readonly kind: "alias";
  readonly name: string;
}

/** A node as it is written, before anchors, merge keys and types are looked at. */
export type YamlNode = ScalarNode | ListNode | MapNode | AliasNode;

/** What a text is made of. Block collections have a start and an end, though no character stands for them. */
export type TokenKind =
  | "document-start"
  | "document-end"
  | "directive"
  | "list-start"
  | "map-start"
  | "block-end"
  | "["
  | "]"
  | "{"
  | "}"
  | ","
  | "entry"
  | "key"
  | "value"
  | "alias"
  | "anchor"
  | "tag"
  | "scalar"
  | "end";

export interface Token {
  readonly kind: TokenKind;
  readonly at: number;
  /** The text of a scalar, the name of an anchor or alias, a tag. */
  readonly text: string;
  /** A scalar without quotes. */
  readonly plain: boolean;
}

import { isInteger, type Scalar, Timestamp, WholeFloat } from "../tree";
import type { ScalarNode } from "./node";
import { asFloat, plainScalar } from "./scalar";

const CORE = /^(?:!!|tag:yaml\.org,2002:)(\w+)$/;

/** The value of a scalar node: by its tag, else by its look when it has no quotes. Undefined: the tag does not fit. */
export function taggedScalar(node: ScalarNode): Scalar | undefined {
  const { text } = node;
  if (node.tag === undefined) return node.plain ? plainScalar(text) : text;
  if (node.tag === "!" && node.plain && text === "") return null;
  const tag = CORE.exec(node.tag)?.[1];
  if (tag === undefined || tag === "str") return text;
  if (tag === "binary") return Buffer.from(text, "base64").toString("utf8");
  return fitting(tag, plainScalar(text));
}

function fitting(tag: string, value: Scalar): Scalar | undefined {
  switch (tag) {
    case "int":
      return isInteger(value) ? value : undefined;
    case "float":
      if (value instanceof WholeFloat) return value;
      return typeof value === "number" ? asFloat(value) : undefined;
    case "bool":
      return typeof value === "boolean" ? value : undefined;
    case "null":
      return value === null ? value : undefined;
    case "timestamp":
      return value instanceof Timestamp ? value : undefined;
    default:
      return value;
  }
}

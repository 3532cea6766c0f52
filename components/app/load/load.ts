import type { Loaded, LoadRequest } from "./loaded";
export function load(_: LoadRequest): Loaded {
  throw new Error("in work");
}

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { shortHash } from "../lib/names";
import { mapValues, sortedEntries } from "../lib/records";
import { contextDigest } from "./context-digest";
import { type ImageBuild, isRemote } from "./image-build";

/**
 * A tag that changes with what is built, and with nothing else: a repository's tags are immutable, so a tag must
 * never be pushed twice with different content. The same on every machine. A context that is not there counts as
 * empty.
 */
export function contentTag({ build, platforms }: ImageBuild): string {
  const { context = ".", dockerfile = "Dockerfile", additional_contexts: additional = {}, ...rest } = build;
  const file = isRemote(context) ? dockerfile : resolve(context, dockerfile);
  const parts = [
    contentOf(context),
    existsSync(file) ? readFileSync(file, "utf8") : dockerfile.split("/").at(-1),
    sortedEntries(mapValues(additional, contentOf)),
    sortedEntries({ ...rest }),
    platforms,
  ];
  return shortHash(JSON.stringify(parts), 20);
}

function contentOf(context: string): string {
  return isRemote(context) || /^[a-z-]+:/.test(context) ? context : (contextDigest(context) ?? "");
}

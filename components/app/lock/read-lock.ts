import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { z } from "zod";
import { InvalidInput, type Issue } from "../../lib/issues";
import { zodIssues } from "../../lib/zod-issues";
import { canonicalImage, canonicalName } from "./canonical-image";
import { type ImageLock, LOCK_FILE } from "./image-lock";

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, "not a digest; run towpath lock again");
const schema = z.strictObject({ version: z.literal(1), images: z.record(z.string(), digest) });

/**
 * Reads `towpath.lock.yaml` of a folder; undefined when there is none.
 *
 * @throws InvalidInput when it is not what `towpath lock` writes
 */
export function readLock(folder: string): ImageLock | undefined {
  const file = join(folder, LOCK_FILE);
  const text = textOf(file);
  if (text === undefined) return undefined;
  const document = parseDocument(text, { prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) throw refusal([issue("", `not YAML: ${error.message}`)], file);
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }), { reportInput: true });
  if (!parsed.success) throw refusal(zodIssues(parsed.error, schema), file);
  const strange = Object.keys(parsed.data.images).filter(name => nameOf(name) !== name);
  if (strange.length > 0)
    throw refusal(
      strange.map(name => issue(name, "not an image's full name")),
      file,
    );
  return parsed.data.images;
}

function nameOf(name: string): string | undefined {
  const image = canonicalImage(name);
  return image === undefined || image.digest !== undefined ? undefined : canonicalName(image);
}

const issue = (path: string, wrong: string): Issue => ({ path, wrong, instead: "run towpath lock again" });

function refusal(issues: readonly Issue[], file: string): InvalidInput {
  const at = { file, line: 1, column: 1 };
  return new InvalidInput(issues.map(one => ({ ...one, path: `${LOCK_FILE}: ${one.path}`, at })));
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

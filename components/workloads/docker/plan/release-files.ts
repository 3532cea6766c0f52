import { basename } from "node:path";
import { shortHash } from "../../../lib/names";
import type { PlanFile } from "../../references";
import type { ContentFile } from "../../shared/content-files";
import { filePath } from "../host-paths";

/** Files of the release and where on the host they are mounted from. */
export interface ReleaseFiles {
  readonly files: readonly PlanFile[];
  readonly source: string;
}

/**
 * Puts content into a folder named after it: while the content stays the same so does the path, and a release
 * that changes nothing here replaces no container. `source` is the path that the content was found under.
 */
export function releaseFiles(source: string, single: boolean, content: readonly ContentFile[]): ReleaseFiles {
  const folder = shortHash(JSON.stringify(content.map(file => [file.path, file.mode, file.content])), 16);
  const inside = (path: string) => (single ? basename(source) : path);
  return {
    source: filePath(single ? `${folder}/${basename(source)}` : folder),
    files: content.map(({ path, content: text, mode, binary }) => ({
      path: `${folder}/${inside(path)}`,
      content: text,
      mode,
      ...(binary && { encoding: "base64" as const }),
    })),
  };
}

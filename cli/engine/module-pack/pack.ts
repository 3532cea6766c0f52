import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";

/** The source of one module in a pack: where it was read, in which state, and where its text stands. */
export interface PackedModule {
  readonly file: string;
  readonly mtimeMs: number;
  readonly size: number;
  /** Of its text in the pack's source. */
  readonly start: number;
  readonly end: number;
}

export interface PackIndex {
  /** What the pack was made for; another makes it worthless. */
  readonly made: string;
  /** Whether the code holds the functions that a run calls, and not only the modules' own. */
  readonly warm: boolean;
  readonly modules: readonly PackedModule[];
  /** What each module's requests resolved to. */
  readonly resolved: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Modules of packages with their compiled code, in one file: an index, one script of ASCII, V8's code for it. */
export interface Pack {
  readonly index: PackIndex;
  readonly source: string;
  readonly code: Buffer;
}

const LENGTHS = 8;

/** The pack in a file; undefined when there is none, or one that is of no use now. */
export function readPack(path: string, made: string): Pack | undefined {
  try {
    const bytes = readFileSync(path);
    const indexEnd = LENGTHS + bytes.readUInt32LE(0);
    const sourceEnd = indexEnd + bytes.readUInt32LE(4);
    const index: PackIndex = JSON.parse(bytes.toString("utf8", LENGTHS, indexEnd));
    if (index.made !== made) return undefined;
    return {
      index,
      source: bytes.toString("latin1", indexEnd, sourceEnd),
      code: bytes.subarray(sourceEnd),
    };
  } catch {
    return undefined;
  }
}

/** Writes beside and renames, so that another process sees a whole pack; a pack that cannot be written is done without. */
export function writePack(path: string, { index, source, code }: Pack): void {
  const [head, body] = [Buffer.from(JSON.stringify(index), "utf8"), Buffer.from(source, "latin1")];
  const lengths = Buffer.alloc(LENGTHS);
  lengths.writeUInt32LE(head.length, 0);
  lengths.writeUInt32LE(body.length, 4);
  const temporary = `${path}.${randomUUID()}`;
  try {
    writeFileSync(temporary, Buffer.concat([lengths, head, body, code]));
    renameSync(temporary, path);
  } catch {
    // A read-only checkout: every run is then as slow as the first.
  }
}

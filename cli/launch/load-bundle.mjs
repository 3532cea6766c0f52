// Loads the bundled command line by the code that V8 made of it in an earlier run.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";

const HEAD = "(function(exports,require,module,__filename,__dirname){";
const TAIL = "\n})";

/**
 * The bundle's exports, and `keepCode` to be called after the run: it writes down the code of the functions that were
 * called, once for each command and stack, since each calls others. (Node's own cache keeps what the first process of
 * all has called, and is not there before Node 22.)
 */
export function loadBundle(path, args) {
  const folder = dirname(path);
  const codePath = join(folder, `${codeName(args)}-${process.version}-${process.arch}.code`);
  // The bundle is ASCII.
  const source = `${HEAD}${readFileSync(path, "latin1")}${TAIL}`;
  const cachedData = read(codePath);
  const script = new Script(source, { filename: path, ...(cachedData !== undefined && { cachedData }) });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module, path, folder);
  const keepCode = () => {
    if (cachedData === undefined || script.cachedDataRejected) write(codePath, script.createCachedData());
  };
  return { exports: module.exports, keepCode };
}

/** The command, and the stack that is named on the command line. */
function codeName(args) {
  const stack = args[args.indexOf("--stack") + 1] ?? "";
  const words = [args[0] ?? "", args.includes("--stack") ? stack : ""];
  return words.map(word => (/^[\w.-]{1,50}$/.test(word) ? word : "")).join("@");
}

function read(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Writes beside and renames, so that another process sees whole code; code that cannot be written is done without. */
function write(path, code) {
  const temporary = `${path}.${process.pid}`;
  try {
    writeFileSync(temporary, code);
    renameSync(temporary, path);
  } catch {
    // A read-only checkout: every run is then as slow as the first.
  }
}

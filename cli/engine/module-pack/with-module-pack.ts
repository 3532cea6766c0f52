import { statSync } from "node:fs";
import { dirname, isAbsolute, sep } from "node:path";
import { Script } from "node:vm";
import { type CompiledModule, type Loader, type ModuleFunction, nodeLoader, requireOf } from "./loader";
import { type Pack, type PackedModule, readPack, writePack } from "./pack";

const HEAD = "(function(exports,require,module,__filename,__dirname){";
const TAIL = "\n})";
const PACKAGES = `${sep}node_modules${sep}`;

/** What a run read that the pack did not hold. */
interface Missed {
  readonly texts: Map<string, string>;
  readonly resolved: Map<string, Map<string, string>>;
}

/**
 * Runs with the modules of packages taken from a pack, which spares finding, reading and compiling them, and brings
 * the pack up to date after a run that needed more. A module whose file has changed is read anew. Without a pack, or
 * with a loader that is not known, the run is the same and takes longer.
 *
 * @param made what decides whether a pack is of use: of another, nothing is taken
 */
export async function withModulePack<T>(path: string, made: string, run: () => Promise<T>): Promise<T> {
  const loader = nodeLoader();
  if (loader === undefined) return run();
  const pack = readPack(path, made);
  const script = pack && scriptOf(path, pack.source, pack.code);
  const missed: Missed = { texts: new Map(), resolved: new Map() };
  const restore = standIn(loader, pack, script, missed);
  try {
    return await run();
  } finally {
    restore();
    bringUpToDate(path, made, pack, script, missed);
  }
}

function scriptOf(filename: string, source: string, cachedData?: Buffer): Script {
  return new Script(source, { filename, ...(cachedData !== undefined && { cachedData }) });
}

function standIn(loader: Loader, pack: Pack | undefined, script: Script | undefined, missed: Missed) {
  const { _resolveFilename: resolve } = loader;
  const { ".js": loadFile } = loader._extensions;
  const functions: readonly ModuleFunction[] = script?.runInThisContext() ?? [];
  const packed = new Map(pack?.index.modules.map((one, at) => [one.file, { one, run: functions[at] }]));
  loader._resolveFilename = (request, parent, isMain, options) => {
    const from = parent?.filename ?? "";
    const known = options === undefined ? pack?.index.resolved[from]?.[request] : undefined;
    if (known !== undefined) return known;
    const found = resolve.call(loader, request, parent, isMain, options);
    if (options === undefined && isAbsolute(found) && from.includes(PACKAGES))
      note(missed, from, request, found);
    return found;
  };
  loader._extensions[".js"] = (module, file) => {
    const found = packed.get(file);
    if (found?.run !== undefined && isAsPacked(found.one))
      return found.run.call(
        module.exports,
        module.exports,
        requireOf(loader, module),
        module,
        file,
        dirname(file),
      );
    return loadFile.call(loader._extensions, listenedTo(module, missed), file);
  };
  return () => {
    loader._resolveFilename = resolve;
    loader._extensions[".js"] = loadFile;
  };
}

function note({ resolved }: Missed, from: string, request: string, found: string): void {
  const requests = resolved.get(from) ?? new Map<string, string>();
  resolved.set(from, requests.set(request, found));
}

/** The text that Node is about to compile, written down on its way. */
function listenedTo(module: CompiledModule, { texts }: Missed): CompiledModule {
  const compile = module._compile;
  module._compile = (text, file, format) => {
    module._compile = compile;
    if (isPackable(file, text)) texts.set(file, text);
    return compile.call(module, text, file, format);
  };
  return module;
}

/** Text that is the same in one script of ASCII. What imports at run time needs Node's own compiling. */
function isPackable(file: string, text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
  return file.includes(PACKAGES) && /^[\x00-\x7f]*$/.test(text) && !/^#!|\bimport\s*\(/m.test(text);
}

function isAsPacked({ file, mtimeMs, size }: PackedModule): boolean {
  const now = statSync(file, { throwIfNoEntry: false });
  return now?.mtimeMs === mtimeMs && now.size === size;
}

function bringUpToDate(
  path: string,
  made: string,
  pack: Pack | undefined,
  script: Script | undefined,
  missed: Missed,
): void {
  if (missed.texts.size > 0) writePack(path, grown(path, made, pack, missed));
  else if (
    pack !== undefined &&
    script !== undefined &&
    (!pack.index.warm || script.cachedDataRejected === true)
  )
    writePack(path, { ...pack, index: { ...pack.index, warm: true }, code: script.createCachedData() });
}

/** The pack with what a run missed; its code is cold, until a run has gone by it. */
function grown(path: string, made: string, pack: Pack | undefined, { texts, resolved }: Missed): Pack {
  const kept = (pack?.index.modules ?? []).filter(({ file }) => !texts.has(file));
  const before = kept.map(one => ({ ...one, text: pack?.source.slice(one.start, one.end) ?? "" }));
  const added = [...texts].map(([file, text]) => ({ file, ...stateOf(file), text }));
  let source = "[";
  const modules = [...before, ...added].map(({ file, mtimeMs, size, text }): PackedModule => {
    const start = source.length + HEAD.length;
    source += `${HEAD}${text}${TAIL},\n`;
    return { file, mtimeMs, size, start, end: start + text.length };
  });
  source += "]";
  const found = Object.fromEntries([...resolved].map(([from, one]) => [from, Object.fromEntries(one)]));
  const all = { ...pack?.index.resolved };
  for (const [from, requests] of Object.entries(found)) all[from] = { ...all[from], ...requests };
  const code = scriptOf(path, source).createCachedData();
  return { index: { made, warm: false, modules, resolved: all }, source, code };
}

function stateOf(file: string): { readonly mtimeMs: number; readonly size: number } {
  const { mtimeMs, size } = statSync(file);
  return { mtimeMs, size };
}

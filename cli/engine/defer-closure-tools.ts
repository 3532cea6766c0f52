import Module, { createRequire } from "node:module";

/** What Pulumi loads to write functions down as text (lambdas, dynamic providers), which a preview never does. */
const TOOLS = ["typescript", "@npmcli/arborist"];

/**
 * Has Pulumi's closure tools loaded when one of their members is first asked for, and so, in a preview, not at all;
 * they are a third of what it takes to start. To be called before Pulumi is loaded.
 */
export function deferClosureTools(): void {
  const load = createRequire(__filename);
  const sdk = load.resolve("@pulumi/pulumi");
  for (const tool of TOOLS) {
    const path = resolved(load, tool, sdk);
    if (path !== undefined && load.cache[path] === undefined) defer(load, path);
  }
}

function resolved(load: NodeJS.Require, tool: string, from: string): string | undefined {
  try {
    return load.resolve(tool, { paths: [from] });
  } catch {
    return undefined;
  }
}

/** Puts a stand-in into the module cache that gives way to the module itself. */
function defer(load: NodeJS.Require, path: string): void {
  const standIn = new Module(path);
  let real: unknown;
  const member = (_: object, key: string | symbol): unknown => {
    // A module that says so is taken as it is, without a look at its members.
    if (key === "__esModule") return true;
    if (real === undefined) {
      if (load.cache[path] === standIn) delete load.cache[path];
      real = load(path);
    }
    return Reflect.get(Object(real), key);
  };
  standIn.exports = new Proxy({}, { get: member });
  standIn.loaded = true;
  load.cache[path] = standIn;
}

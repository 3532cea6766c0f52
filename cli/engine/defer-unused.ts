import { readdirSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * What the SDKs load for work that a preview never does: writing functions down as text, talking to an engine, telling
 * versions of an SDK apart, finding files by a pattern.
 */
const TOOLS = [
  "typescript",
  "@npmcli/arborist",
  "fdir",
  "glob",
  "semver",
  "upath",
  "@grpc/grpc-js",
  "@opentelemetry/api",
  "@pulumi/pulumi/automation",
  "@pulumi/pulumi/provider",
  "normalize-package-data",
  "@pulumi/pulumi/proto/callback_grpc_pb",
  "@pulumi/pulumi/proto/engine_grpc_pb",
  "@pulumi/pulumi/proto/language_grpc_pb",
  "@pulumi/pulumi/proto/provider_grpc_pb",
  "@pulumi/pulumi/proto/resource_grpc_pb",
];

/** SDKs of which a program uses a few of many modules. */
const SDKS = ["@pulumi/aws", "@pulumi/kubernetes"];
/** Modules that their SDKs add to their own members, and so look through at once. */
const MERGED = ["config", "types"];

/**
 * Has modules loaded when one of their members is first asked for, and so, in a preview, mostly not at all; they are
 * most of what it takes to start. To be called before Pulumi is loaded.
 */
export function deferUnused(): void {
  const load = createRequire(__filename);
  const sdk = load.resolve("@pulumi/pulumi");
  const users = [sdk, ...SDKS.flatMap(name => resolved(load, name, __filename) ?? [])];
  const tools = TOOLS.flatMap(tool => users.flatMap(user => resolved(load, tool, user) ?? []));
  for (const path of new Set([...tools, ...SDKS.flatMap(name => modulesOf(load, name))]))
    if (load.cache[path] === undefined) defer(load, path);
}

function resolved(load: NodeJS.Require, tool: string, from: string): string | undefined {
  try {
    return load.resolve(tool, { paths: [from] });
  } catch {
    return undefined;
  }
}

/** The `index.js` of each folder of an SDK. */
function modulesOf(load: NodeJS.Require, name: string): readonly string[] {
  const index = resolved(load, name, __filename);
  if (index === undefined) return [];
  const folders = readdirSync(dirname(index), { withFileTypes: true });
  return folders
    .filter(entry => entry.isDirectory() && !MERGED.includes(entry.name) && entry.name !== "node_modules")
    .map(entry => join(dirname(index), entry.name, "index.js"));
}

/** As for an import: a module that has no default is its own. */
function memberOf(real: object, key: string | symbol): unknown {
  return key === "default" && !(key in real) ? real : Reflect.get(real, key);
}

/** Puts a stand-in into the module cache that gives way to the module itself. */
function defer(load: NodeJS.Require, path: string): void {
  const standIn = new Module(path);
  let loaded: object | undefined;
  const real = (): object => {
    if (loaded === undefined) {
      if (load.cache[path] === standIn) delete load.cache[path];
      loaded = Object(load(path)) as object;
    }
    return loaded;
  };
  standIn.exports = new Proxy(
    {},
    {
      // A module that says so is taken as it is, without a look at its members.
      get: (_, key) => key === "__esModule" || memberOf(real(), key),
      has: (_, key) => Reflect.has(real(), key),
      ownKeys: () => Reflect.ownKeys(real()),
      getOwnPropertyDescriptor: (_, key) => {
        const found = Reflect.getOwnPropertyDescriptor(real(), key);
        return found && { ...found, configurable: true };
      },
    },
  );
  standIn.loaded = true;
  load.cache[path] = standIn;
}

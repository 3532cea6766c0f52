import Module from "node:module";

/** What of Node's loader of CommonJS modules is stood in for. */
export interface Loader {
  _resolveFilename(request: string, parent: Module | undefined, isMain: boolean, options?: object): string;
  readonly _extensions: { ".js": (module: CompiledModule, file: string) => void };
  readonly _cache: NodeJS.Dict<Module>;
}

export interface CompiledModule extends Module {
  _compile(content: string, file: string, format?: string): unknown;
}

/** Node's loader, when it has the members that it is known to have. */
export function nodeLoader(): Loader | undefined {
  const loader: object = Module;
  return isLoader(loader) ? loader : undefined;
}

function isLoader(loader: object): loader is Loader {
  return "_resolveFilename" in loader && "_extensions" in loader && "_cache" in loader;
}

/** Calls a module's function as Node does. */
export type ModuleFunction = (
  exports: unknown,
  require: NodeJS.Require,
  module: Module,
  file: string,
  folder: string,
) => void;

/** The `require` that a module's function is given. */
export function requireOf(loader: Loader, module: Module): NodeJS.Require {
  const resolve = Object.assign(
    (request: string, options?: object) => loader._resolveFilename(request, module, false, options),
    { paths: () => module.paths },
  );
  return Object.assign((request: string): unknown => module.require(request), {
    resolve,
    main: process.mainModule,
    extensions: require.extensions,
    cache: loader._cache,
  });
}

import { posix } from "node:path";
import { nearest } from "../../lib/nearest";
import { canonical } from "./canonical/canonical";
import { relativePath } from "./go-path";
import { readDocument } from "./load-model";
import { mergeAt, mergeMaps } from "./merge/merge";
import { enforceUnicity } from "./merge/unicity";
import type { Path } from "./path";
import { refuse } from "./problems";
import { realPath } from "./real-path";
import { applyResets } from "./resets";
import { resolvePaths } from "./resolve-paths";
import type { Scope, Session } from "./session";
import { cloneMap, cloneTree, emptyMap, isMap, mapOf, type Tree, type TreeMap } from "./tree";
import type { Parsed } from "./yaml/parse";

/** The document whose services extend others. */
interface Extending {
  readonly parsed: Parsed;
  readonly resets: readonly Path[];
  readonly scope: Scope;
  readonly session: Session;
}

/** Services of a file that others extend, with what the file resets. */
interface Base {
  readonly file: string;
  readonly parsed: Parsed | undefined;
  readonly resets: readonly Path[];
  readonly services: TreeMap;
}

const MAX_CHAIN = 1000;

/** Lays every service over the one that it extends, in this file or another. Changes the document. */
export function applyExtends(document: TreeMap, extending: Extending): void {
  const { parsed, resets } = extending;
  for (const kind of ["services", "jobs"]) {
    const services = document[kind];
    if (!isMap(services)) continue;
    const extender = new Extender(kind, extending);
    for (const name in services) {
      services[name] = extender.extended(name, { file: parsed.file, parsed, resets, services }, []) ?? null;
    }
  }
}

class Extender {
  private readonly bases = new Map<string, Base | undefined>();

  constructor(
    private readonly kind: string,
    private readonly extending: Extending,
  ) {}

  /** A service with all that it extends below it; `trail` names the services that led here. */
  extended(name: string, base: Base, trail: readonly { file: string; name: string }[]): Tree | undefined {
    const service = base.services[name];
    if (!isMap(service) || service.extends === undefined) return service;
    const reference = this.reference(name, service.extends);
    if (reference === undefined) return service;
    if (trail.length > MAX_CHAIN) {
      refuse(
        [this.kind, name, "extends"],
        `a chain of more than ${MAX_CHAIN} services extend each other`,
        "shorten it",
      );
    }
    if (trail.some(step => step.file === base.file && step.name === name)) {
      const chain = [...trail.map(step => step.name), name].slice(0, 20).join(" → ");
      this.wrong(
        [trail[0]?.name ?? name, "extends"],
        `services extend each other in a circle: ${chain}`,
        "break it",
      );
      return service;
    }
    const source = this.source(name, reference, base);
    if (source === undefined) return service;
    const below = this.extended(reference.service, source, [...trail, { file: base.file, name }]);
    if (!isMap(below)) return service;
    const merged = this.lay(service, name, below, base.resets);
    base.services[name] = merged;
    const target = trail[0]?.name ?? name;
    if (source.parsed !== undefined) {
      this.extending.session.sources.addBelow(
        source.parsed,
        [this.kind, target],
        ["services", reference.service],
      );
    }
    return merged;
  }

  private lay(service: TreeMap, name: string, below: TreeMap, resets: readonly Path[]): TreeMap {
    const copy = cloneMap(below);
    applyResets(mapOf([["services", mapOf([[name, copy]])]]), resets);
    const merged = mergeAt(copy, service, ["services", name], this.extending.session.problems);
    if (!isMap(merged)) return service;
    delete merged.extends;
    return merged;
  }

  private reference(name: string, value: Tree): { service: string; file?: string } | undefined {
    if (typeof value === "string") return { service: value };
    if (isMap(value) && typeof value.service === "string") {
      const { file, service } = value;
      return typeof file === "string" ? { service, file } : { service };
    }
    this.wrong([name, "extends"], "the service to extend is missing", "write `service: name`");
    return undefined;
  }

  private source(name: string, reference: { service: string; file?: string }, base: Base): Base | undefined {
    const source = reference.file === undefined ? base : this.fromFile(name, reference.file);
    if (source === undefined || reference.service in source.services) return source;
    const close = nearest(reference.service, Object.keys(source.services));
    const instead = close === undefined ? "name a service of that file" : `did you mean \`${close}\`?`;
    this.wrong([name, "extends"], `there is no service \`${reference.service}\` in ${source.file}`, instead);
    return undefined;
  }

  private fromFile(name: string, file: string): Base | undefined {
    const { scope, session } = this.extending;
    const path = posix.resolve(scope.directory, file);
    if (!this.bases.has(path)) {
      const at = session.sources.where([this.kind, name, "extends"]);
      const base = session.problems.attempt(() => this.read(path, [this.kind, name, "extends"], at));
      this.bases.set(path, base);
    }
    const base = this.bases.get(path);
    return base === undefined ? undefined : { ...base, services: cloneMap(base.services) };
  }

  private read(file: string, path: Path, at: ReturnType<Session["sources"]["where"]>): Base {
    const { scope, session } = this.extending;
    const model = emptyMap();
    let last: { parsed: Parsed; resets: readonly Path[] } | undefined;
    for (const parsed of session.files.documents(file, path, at)) {
      const { tree, resets } = readDocument(parsed, scope, session);
      applyResets(model, resets);
      mergeMaps(model, tree, session.problems);
      enforceUnicity(model);
      canonical(model, session.problems, session.warn);
      enforceUnicity(model);
      last = { parsed, resets };
    }
    const folder = relativePath(scope.directory, posix.dirname(file));
    resolvePaths(model, { folder, home: session.home, realPath });
    const services = isMap(model.services) ? cloneTree(model.services) : undefined;
    return {
      file,
      parsed: last?.parsed,
      resets: last?.resets ?? [],
      services: isMap(services) ? services : emptyMap(),
    };
  }

  private wrong(path: Path, wrong: string, instead: string): void {
    this.extending.session.problems.add([this.kind, ...path], wrong, instead);
  }
}

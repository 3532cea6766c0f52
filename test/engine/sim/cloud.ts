import type { CheckResult, CreateResult, DiffResult, Provider, ReadResult } from "@pulumi/pulumi/provider";
import { standInCall } from "../../../cli/engine/stand-in-calls";
import { standInOutputs } from "../../../cli/engine/stand-in-outputs";
import { immutablePaths, uniqueNamePath } from "./immutable";
import { at, type Properties, plain, sameValue } from "./plain";

/** What exists in the simulated account. */
interface Existing {
  readonly type: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
}

interface Identity {
  readonly type: string;
  readonly name: string;
}

function identityOf(urn: string): Identity {
  const [, , qualified = "", name = ""] = urn.replace(/^urn:pulumi:/, "").split("::");
  return { type: qualified.split("$").at(-1) ?? qualified, name };
}

/** Outputs that only a real `up` gives: in the offline preview they stay unknown. */
const AFTER_UP: Readonly<Record<string, Properties>> = {
  "command:local:Command": { stdout: "", stderr: "" },
  "command:remote:Command": { stdout: "", stderr: "" },
};

/**
 * An account that keeps what it is told to make. It refuses what the real one refuses whatever the type: a
 * second resource of the same name, and an update or a delete of what is not there.
 */
export class SimulatedCloud implements Provider {
  private readonly existing = new Map<string, Existing>();

  constructor(
    readonly name: string,
    readonly version: string,
  ) {}

  get schema(): string {
    return JSON.stringify({ name: this.name, version: this.version });
  }

  async check(urn: string, olds: Properties, news: Properties): Promise<CheckResult> {
    const { type, name } = identityOf(urn);
    if (!type.startsWith("kubernetes:") || at(news, "kind") === undefined) return { inputs: news };
    const metadata = plain(news.metadata ?? {});
    const named = { name: at(olds, "metadata.name") ?? `${name}-5f2c1a`, ...(metadata as object) };
    return { inputs: { ...news, metadata: named } };
  }

  async diff(id: string, urn: string, _olds: Properties, news: Properties): Promise<DiffResult> {
    const { type } = identityOf(urn);
    const { inputs } = this.find(type, id);
    const replaces = immutablePaths(type).filter(path => !sameValue(at(inputs, path), at(news, path)));
    return {
      changes: !sameValue(inputs, news),
      replaces,
      deleteBeforeReplace: replaces.length > 0 && type.startsWith("kubernetes:"),
    };
  }

  async create(urn: string, inputs: Properties): Promise<CreateResult> {
    const { type, name } = identityOf(urn);
    this.refuseSecond(type, inputs);
    const outputs = await this.outputsOf(type, name, inputs);
    const id = this.freeId(type, outputs.id);
    this.existing.set(`${type} ${id}`, { type, inputs, outputs: outputs.state });
    return { id, outs: outputs.state };
  }

  async read(id: string, urn: string, props: Properties): Promise<ReadResult> {
    const found = this.existing.get(`${identityOf(urn).type} ${id}`);
    if (found === undefined) return { id: "", props };
    return { id, props: found.outputs, inputs: found.inputs };
  }

  async update(id: string, urn: string, _olds: Properties, news: Properties) {
    const { type, name } = identityOf(urn);
    this.find(type, id);
    const { state } = await this.outputsOf(type, name, news);
    this.existing.set(`${type} ${id}`, { type, inputs: news, outputs: state });
    return { outs: state };
  }

  async delete(id: string, urn: string): Promise<void> {
    const { type } = identityOf(urn);
    this.find(type, id);
    this.existing.delete(`${type} ${id}`);
  }

  async invoke(token: string, inputs: Properties) {
    return { outputs: await standInCall({ token, inputs }) };
  }

  private find(type: string, id: string): Existing {
    const found = this.existing.get(`${type} ${id}`);
    if (found === undefined) throw new Error(`there is no ${type} with the id ${id}`);
    return found;
  }

  private refuseSecond(type: string, inputs: Properties): void {
    const path = uniqueNamePath(type);
    const name = path === undefined ? undefined : at(inputs, path);
    if (path === undefined || name === undefined) return;
    for (const other of this.existing.values())
      if (other.type === type && at(other.inputs, path) === name)
        throw new Error(`a ${type} with the ${path} ${String(name)} exists already`);
  }

  private async outputsOf(type: string, name: string, inputs: Properties) {
    const standIn = await standInOutputs({ type, name, inputs: plain(inputs), custom: true });
    // What was secret among the inputs stays secret, so the inputs come last.
    const state: Properties = { ...standIn.state, ...AFTER_UP[type], ...inputs };
    return { id: idOf(type, inputs) ?? standIn.id ?? name, state };
  }

  private freeId(type: string, wanted: string): string {
    let id = wanted;
    for (let n = 2; this.existing.has(`${type} ${id}`); n += 1) id = `${wanted}-${n}`;
    return id;
  }
}

/** Kubernetes objects go by namespace and name. */
function idOf(type: string, inputs: Properties): string | undefined {
  if (!type.startsWith("kubernetes:")) return undefined;
  const name = at(inputs, "metadata.name");
  const namespace = at(inputs, "metadata.namespace");
  return typeof name !== "string" ? undefined : typeof namespace === "string" ? `${namespace}/${name}` : name;
}

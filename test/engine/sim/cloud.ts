import type { CheckResult, CreateResult, DiffResult, Provider, ReadResult } from "@pulumi/pulumi/provider";
import { standInCall } from "../../../cli/engine/stand-in-calls";
import { standInOutputs } from "../../../cli/engine/stand-in-outputs";
import { changedOutside } from "./changed-outside";
import { computedOutputs } from "./computed";
import { immutablePaths, isProtected, uniqueKey } from "./immutable";
import { journalled } from "./journal";
import { autonamed, composedId, importId, prefixedId, settingId } from "./keys";
import { goesWith, isObject, missingNamespace, objectId, withName } from "./kubernetes";
import { at, type Properties, plain, sameValue } from "./plain";

/** What exists in the simulated account. */
interface Existing {
  readonly type: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
}

const HELM_RELEASE = "kubernetes:helm.sh/v3:Release";

interface Identity {
  readonly type: string;
  readonly name: string;
}

function identityOf(urn: string): Identity {
  const [, , qualified = "", name = ""] = urn.replace(/^urn:pulumi:/, "").split("::");
  return { type: qualified.split("$").at(-1) ?? qualified, name };
}

/**
 * An account that keeps what it is told to make. It refuses what the real one refuses whatever the type: a
 * second resource of the same name, an object in a namespace that is not there, and an update or a delete of
 * what is not there.
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
    return {
      inputs: isObject(type, news) ? withName(news, olds, name) : autonamed(type, news, olds ?? {}, name),
    };
  }

  async diff(id: string, urn: string, _olds: Properties, news: Properties): Promise<DiffResult> {
    const { type } = identityOf(urn);
    const { inputs } = this.find(type, id);
    const replaces = immutablePaths(type).filter(path => !sameValue(at(inputs, path), at(news, path)));
    // What changed otherwise is left to the engine, which compares the inputs itself.
    return { replaces, deleteBeforeReplace: replaces.length > 0 && type.startsWith("kubernetes:") };
  }

  async create(urn: string, inputs: Properties): Promise<CreateResult> {
    const { type, name } = identityOf(urn);
    const { id, outputs } = await journalled({ op: "create", type, urn }, async () => {
      const standIn = await this.standIn(type, name, inputs);
      this.refuse(type, inputs);
      const id = this.idOf(type, inputs, standIn.id ?? name);
      const outputs = { ...standIn.state, ...computedOutputs(type, { id, inputs, before: {} }), ...inputs };
      this.existing.set(`${type} ${id}`, { type, inputs, outputs });
      return { id, inputs, outputs };
    });
    return { id, outs: outputs };
  }

  /** Besides what it was told to make, a cluster has the Service of each Helm release, which is named like it. */
  async read(asked: string, urn: string, props: Properties): Promise<ReadResult> {
    const { type, name } = identityOf(urn);
    const id = this.imported(type, asked);
    const known = this.existing.get(`${type} ${id}`);
    if (known === undefined && !this.isOfRelease(type, id)) return { id: "", props: {} };
    const found = known ?? (await this.madeByRelease(type, name, id, props));
    return { id, props: changedOutside(type, found.outputs), inputs: changedOutside(type, found.inputs) };
  }

  async update(id: string, urn: string, _olds: Properties, news: Properties) {
    const { type, name } = identityOf(urn);
    const { outputs } = await journalled({ op: "update", type, urn, id }, async () => {
      const before = this.find(type, id).outputs;
      const standIn = await this.standIn(type, name, news);
      // What was secret among the inputs stays secret, so the inputs come last.
      const outputs = { ...standIn.state, ...computedOutputs(type, { id, inputs: news, before }), ...news };
      this.existing.set(`${type} ${id}`, { type, inputs: news, outputs });
      return { id, inputs: news, outputs };
    });
    return { outs: outputs };
  }

  async delete(id: string, urn: string): Promise<void> {
    const { type } = identityOf(urn);
    await journalled({ op: "delete", type, urn, id }, async () => {
      const { inputs } = this.find(type, id);
      if (isProtected(type, inputs)) throw new Error(`${type} ${id} is protected from deletion`);
      this.existing.delete(`${type} ${id}`);
      for (const [key, one] of this.existing)
        if (goesWith({ type: one.type, id: key.slice(one.type.length + 1) }, { type, id }))
          this.existing.delete(key);
      return { id };
    });
  }

  async invoke(token: string, inputs: Properties) {
    return { outputs: await standInCall({ token, inputs }) };
  }

  private find(type: string, id: string): Existing {
    const found = this.existing.get(`${type} ${id}`);
    if (found === undefined) throw new Error(`there is no ${type} with the id ${id}`);
    return found;
  }

  /** Throws for a name that is taken and for a namespace that is not there. */
  private refuse(type: string, inputs: Properties): void {
    const exists = (other: string, id: string) => this.existing.has(`${other} ${id}`);
    if (type.startsWith("kubernetes:")) {
      const namespace = missingNamespace(inputs, exists);
      if (namespace !== undefined) throw new Error(`namespace ${namespace} not found`);
      if (isObject(type, inputs) && exists(type, objectId(inputs)))
        throw new Error(`${type} ${objectId(inputs)} already exists`);
    }
    const composed = composedId(type, inputs);
    if (composed !== undefined && exists(type, composed))
      throw new Error(`${type} ${composed} already exists`);
    const key = uniqueKey(type, inputs);
    if (key === undefined) return;
    for (const other of this.existing.values())
      if (other.type === type && uniqueKey(type, other.inputs) === key)
        throw new Error(`a ${type} with ${key} already exists`);
  }

  private isOfRelease(type: string, id: string): boolean {
    return type === "kubernetes:core/v1:Service" && this.existing.has(`${HELM_RELEASE} ${id}`);
  }

  private async madeByRelease(type: string, name: string, id: string, props: Properties): Promise<Existing> {
    const { state } = await standInOutputs({ type, name, id, inputs: plain(props ?? {}), custom: true });
    return {
      type,
      inputs: props,
      outputs: { ...state, ...computedOutputs(type, { id, inputs: props, before: {} }), ...props },
    };
  }

  private standIn(type: string, name: string, inputs: Properties) {
    return standInOutputs({ type, name, inputs: plain(inputs), custom: true });
  }

  private idOf(type: string, inputs: Properties, wanted: string): string {
    if (isObject(type, inputs)) return objectId(inputs);
    const made = settingId(type, inputs) ?? composedId(type, inputs) ?? prefixedId(type, inputs);
    return made ?? this.freeId(type, wanted);
  }

  /** The id of what is imported by something else, or what was asked for. */
  private imported(type: string, asked: string): string {
    for (const [key, one] of this.existing) {
      const id = key.slice(type.length + 1);
      if (one.type === type && importId(type, one.inputs, id) === asked) return id;
    }
    return asked;
  }

  private freeId(type: string, wanted: string): string {
    let id = wanted;
    for (let n = 2; this.existing.has(`${type} ${id}`); n += 1) id = `${wanted}-${n}`;
    return id;
  }
}

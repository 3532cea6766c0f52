import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { CheckResult, CreateResult, DiffResult, Provider, ReadResult } from "@pulumi/pulumi/provider";
import { immutablePaths } from "../../engine/sim/immutable";
import { at, type Properties, plain, sameValue } from "../../engine/sim/plain";

/** How long a rollout may take before its update fails, seconds. */
const DEADLINE = 90;

/** How a kind is waited for. */
const AWAITED: Readonly<Record<string, (inputs: Properties) => Promise<unknown>>> = {
  Deployment: rolledOut,
  Job: finished,
  StatefulSet: rolledOut,
};

/**
 * Stands in for the Kubernetes provider: each object goes to the cluster of `KUBECONFIG` by server-side apply and
 * is waited for. It names nothing, and knows of a live object only whether it is there.
 */
export class ClusterProvider implements Provider {
  constructor(readonly version: string) {}

  get schema(): string {
    return JSON.stringify({ name: "kubernetes", version: this.version });
  }

  async check(_urn: string, _olds: Properties, news: Properties): Promise<CheckResult> {
    return { inputs: news };
  }

  async diff(_id: string, urn: string, olds: Properties, news: Properties): Promise<DiffResult> {
    const known = immutablePaths(typeOf(urn)).filter(path => at(olds, path) !== undefined);
    const replaces = known.filter(path => !sameValue(at(olds, path), at(news, path)));
    // An object of another name is made before the one that it takes the place of is deleted.
    const renamed = replaces.some(path => path.startsWith("metadata."));
    return { replaces, deleteBeforeReplace: replaces.length > 0 && !renamed };
  }

  async create(_urn: string, inputs: Properties): Promise<CreateResult> {
    await apply(inputs);
    return {
      id: [at(inputs, "metadata.namespace"), at(inputs, "metadata.name")].filter(Boolean).join("/"),
      outs: inputs,
    };
  }

  async read(id: string, urn: string, props: Properties): Promise<ReadResult> {
    // What a mended state has just taken up is known by its type and its id alone.
    const known = at(props, "kind") === undefined ? identityOf(id, urn) : props;
    const found = await kubectl(["get", ...whereOf(known), "--ignore-not-found", "--output=name"]);
    return found === "" ? { id: "", props: {} } : { id, props: known, inputs: known };
  }

  async update(id: string, _urn: string, _olds: Properties, news: Properties) {
    await apply(news).catch(error => {
      // As the real provider does, so that the engine knows what was applied, and that it is not live.
      const message = error instanceof Error ? error.message : String(error);
      throw Object.assign(new Error(message), { id, properties: news, reasons: [message] });
    });
    return { outs: news };
  }

  async delete(_id: string, _urn: string, props: Properties): Promise<void> {
    await kubectl(["delete", ...whereOf(props), "--ignore-not-found", "--timeout=120s"]);
  }
}

/** `kubernetes:apps/v1:Deployment` of a URN. */
function typeOf(urn: string): string {
  return urn.split("::")[2]?.split("$").at(-1) ?? "";
}

function identityOf(id: string, urn: string): Properties {
  const [, version = "", kind] = typeOf(urn).split(":");
  const [name, namespace] = id.split("/").reverse();
  const metadata = { name, ...(namespace === undefined ? {} : { namespace }) };
  return { apiVersion: version.replace(/^core\//, ""), kind, metadata };
}

async function apply(inputs: Properties): Promise<void> {
  const marks = at(inputs, "metadata.annotations") as Readonly<Record<string, string>> | undefined;
  const manager = `--field-manager=${marks?.["pulumi.com/patchFieldManager"] ?? "pulumi"}`;
  const force = marks?.["pulumi.com/patchForce"] === "true" ? ["--force-conflicts"] : [];
  await kubectl(["apply", "--server-side", manager, ...force, "--filename=-"], JSON.stringify(plain(inputs)));
  const awaited = AWAITED[String(at(inputs, "kind"))];
  if (awaited === undefined || marks?.["pulumi.com/skipAwait"] === "true") return;
  await awaited(inputs);
}

function rolledOut(inputs: Properties): Promise<string> {
  return kubectl(["rollout", "status", ...whereOf(inputs), `--timeout=${DEADLINE}s`]);
}

/** Waits until a Job has completed; throws as soon as it has failed. */
async function finished(inputs: Properties): Promise<void> {
  const over = new AbortController();
  const becomes = (condition: string) =>
    kubectl(
      ["wait", `--for=condition=${condition}`, ...whereOf(inputs), `--timeout=${DEADLINE}s`],
      "",
      over.signal,
    );
  const failed = becomes("Failed").then(() => {
    throw new Error(`${whereOf(inputs)[0]} failed`);
  });
  try {
    await Promise.race([becomes("Complete"), failed]);
  } finally {
    over.abort();
  }
}

function whereOf(inputs: Properties): readonly string[] {
  const namespace = at(inputs, "metadata.namespace");
  const object = `${String(at(inputs, "kind"))}/${String(at(inputs, "metadata.name"))}`;
  return namespace === undefined ? [object] : [object, `--namespace=${String(namespace)}`];
}

async function kubectl(words: readonly string[], input = "", signal?: AbortSignal): Promise<string> {
  const running = promisify(execFile)("kubectl", words, { signal });
  running.child.stdin?.end(input);
  return (await running).stdout;
}

import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import type { Mocks } from "@pulumi/pulumi/runtime/mocks";
import { deserializeProperty, serializeProperties } from "@pulumi/pulumi/runtime/rpc";
import { getMonitor } from "@pulumi/pulumi/runtime/settings";
import { isPlain } from "./is-plain";
import { plainInputs } from "./plain-inputs";
import type { Registered } from "./registered";

type Properties = Record<string, unknown>;

/** What the SDK reads of the answer to a registration. */
interface Answer {
  getUrn(): string;
  getId(): string;
  /** As in a protocol buffer. */
  getObject(): { toJavaScript(): Properties };
  getPropertydependenciesMap(): undefined;
  getResult(): number;
}

type Callback = (error: unknown, answer: Answer | undefined) => void;

/** What of Pulumi's mock monitor is stood in for, and what it stands on. */
interface Monitor {
  readonly mocks: Mocks;
  readonly resources: Map<string, { urn: string; id: string | null; state: unknown }>;
  newUrn(parent: string, type: string, name: string): string;
  registerResource(request: RegisterResourceRequest, callback: Callback): Promise<void>;
  close(): void;
}

const STACK_TYPE = "pulumi:pulumi:Stack";
const SUCCESS = 0;

/**
 * Makes the mock monitor that is in use write down each registration with its parent and options, and give
 * URNs as the engine does: with the types of all ancestors, the stack's left out. It registers as the mock monitor
 * does, but the SDK is in this process: what it asked for is read once, and what it is told is no protocol buffer.
 */
export function recordRegistrations(): readonly Registered[] {
  const monitor = getMonitor() as unknown;
  if (!isMonitor(monitor)) throw new Error("no mock monitor is in use");
  const registered: Registered[] = [];
  const plainUrn = monitor.newUrn.bind(monitor);
  monitor.newUrn = (parent, type, name) => {
    const ancestors = parent.split("::")[2] ?? "";
    const own = ancestors === "" || ancestors === STACK_TYPE ? type : `${ancestors}$${type}`;
    return plainUrn("", own, name);
  };
  monitor.registerResource = async (request, callback) => {
    try {
      const inputs = inputsOf(request);
      const answer = await register(monitor, request, inputs);
      registered.push(describe(request, answer.getUrn(), inputs));
      callback(null, answer);
    } catch (error) {
      callback(error, undefined);
    }
  };
  monitor.close = () => {};
  return registered;
}

function isMonitor(monitor: unknown): monitor is Monitor {
  const members = ["mocks", "resources", "newUrn", "registerResource"];
  return typeof monitor === "object" && monitor !== null && members.every(member => member in monitor);
}

function inputsOf(request: RegisterResourceRequest): Properties {
  return request.getObject()?.toJavaScript() ?? {};
}

async function register(
  monitor: Monitor,
  request: RegisterResourceRequest,
  inputs: Properties,
): Promise<Answer> {
  const { id, state } = await monitor.mocks.newResource({
    type: request.getType(),
    name: request.getName(),
    inputs: eachOf(inputs, value => deserializeProperty(value)),
    provider: request.getProvider(),
    custom: request.getCustom(),
    id: request.getImportid(),
  });
  const urn = monitor.newUrn(request.getParent(), request.getType(), request.getName());
  const outputs: Properties = isPlain(state) ? state : await serializeProperties("", state);
  monitor.resources.set(urn, { urn, id: id ?? null, state: outputs });
  return {
    getUrn: () => urn,
    getId: () => id ?? "",
    getObject: () => ({ toJavaScript: () => outputs }),
    getPropertydependenciesMap: () => undefined,
    getResult: () => SUCCESS,
  };
}

function eachOf(properties: Properties, change: (value: unknown) => unknown): Properties {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, change(value)]));
}

function describe(request: RegisterResourceRequest, urn: string, inputs: Properties): Registered {
  const parent = request.getParent();
  const provider = request.getProvider();
  return {
    urn,
    type: request.getType(),
    name: request.getName(),
    ...(parent === "" ? {} : { parent }),
    inputs: plainInputs(inputs) as Properties,
    custom: request.getCustom(),
    ...(provider === "" ? {} : { provider }),
    dependencies: [...request.getDependenciesList()].sort(),
    protect: request.getProtect() ?? false,
    retainOnDelete: request.getRetainondelete() ?? false,
  };
}

import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { getMonitor } from "@pulumi/pulumi/runtime/settings";
import { plainInputs } from "./plain-inputs";
import type { Registered } from "./registered";

type Answer = { getUrn(): string; setUrn(urn: string): void };
type Callback = (error: unknown, answer: Answer | undefined) => void;

/** What of Pulumi's mock monitor is listened in on. */
interface Listened {
  newUrn(parent: string, type: string, name: string): string;
  registerResource(request: RegisterResourceRequest, callback: Callback): void;
  close(): void;
}

const STACK_TYPE = "pulumi:pulumi:Stack";

/**
 * Makes the mock monitor that is in use write down each registration with its parent and options, and give
 * URNs as the engine does: with the types of all ancestors, the stack's left out.
 */
export function recordRegistrations(): readonly Registered[] {
  const monitor = getMonitor() as unknown;
  if (!isListened(monitor)) throw new Error("no mock monitor is in use");
  const registered: Registered[] = [];
  const register = monitor.registerResource.bind(monitor);
  const plainUrn = monitor.newUrn.bind(monitor);
  monitor.newUrn = (parent, type, name) => {
    const ancestors = parent.split("::")[2] ?? "";
    const own = ancestors === "" || ancestors === STACK_TYPE ? type : `${ancestors}$${type}`;
    return plainUrn("", own, name);
  };
  monitor.registerResource = (request, callback) =>
    register(request, (error, answer) => {
      if (answer !== undefined) registered.push(describe(request, answer.getUrn()));
      callback(error, answer);
    });
  monitor.close = () => {};
  return registered;
}

function isListened(monitor: unknown): monitor is Listened {
  return (
    typeof monitor === "object" && monitor !== null && "newUrn" in monitor && "registerResource" in monitor
  );
}

function describe(request: RegisterResourceRequest, urn: string): Registered {
  const parent = request.getParent();
  const provider = request.getProvider();
  return {
    urn,
    type: request.getType(),
    name: request.getName(),
    ...(parent === "" ? {} : { parent }),
    inputs: plainInputs(request.getObject()?.toJavaScript() ?? {}) as Record<string, unknown>,
    custom: request.getCustom(),
    ...(provider === "" ? {} : { provider }),
    dependencies: [...request.getDependenciesList()].sort(),
    protect: request.getProtect() ?? false,
    retainOnDelete: request.getRetainondelete() ?? false,
  };
}

import type { PolicyResource as EngineResource, Policies } from "@pulumi/policy";
import { plainRecord } from "./plain";

/**
 * What each resource was given. At the end of an update the engine tells the outputs, which are empty in the
 * preview of a resource whose provider is not there yet, such as all that goes into a cluster still to be made.
 * So the inputs are kept as they come by, resource for resource, and rules over the whole stack decide on them.
 */
export class ResourceInputs {
  private readonly byUrn = new Map<string, Record<string, unknown>>();

  /** Sees every resource before the end and never finds fault. */
  readonly policy: Policies[number] = {
    name: "resource-inputs",
    description: "Keeps what each resource is given, for the rules over the whole stack.",
    enforcementLevel: "advisory",
    validateResource: ({ urn, props }) => {
      this.byUrn.set(urn, plainRecord(props));
    },
  };

  /** The inputs of a resource; its outputs when it did not come by. */
  of({ urn, props }: Pick<EngineResource, "urn" | "props">): Record<string, unknown> {
    return this.byUrn.get(urn) ?? plainRecord(props);
  }
}

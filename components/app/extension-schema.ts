import { z } from "zod";
import { serviceExtension, volumeExtension } from "./extension";

/**
 * The JSON Schema of `x-towpath`, for editors: `$defs.service` under a service, `$defs.volume` under a volume.
 * A key with a default need not be written.
 */
export function extensionSchema(): Record<string, unknown> {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "x-towpath",
    description: "towpath's extension of the Compose Specification.",
    $defs: { service: definition(serviceExtension), volume: definition(volumeExtension) },
    properties: {
      services: { additionalProperties: { properties: { "x-towpath": { $ref: "#/$defs/service" } } } },
      volumes: { additionalProperties: { properties: { "x-towpath": { $ref: "#/$defs/volume" } } } },
    },
  };
}

function definition(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}

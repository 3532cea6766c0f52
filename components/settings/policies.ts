import { z } from "zod";

/** How a stack takes the policy rules of `docs/policies.md`; the offline preview and the policy pack read it. */
export const policySettings = z.strictObject({
  /** Levels by rule id, over the defaults of the environment. */
  levels: z.record(z.string().min(1), z.enum(["mandatory", "advisory", "disabled"])).default({}),
  /** Single resources that a rule is not applied to, for a time. */
  exceptions: z
    .array(
      z.strictObject({
        rule: z.string().min(1),
        /** The resource's name or URN. */
        resource: z.string().min(1),
        reason: z.string().min(1),
        /** Last day on which it holds. */
        until: z.iso.date("not a date; write for example 2027-01-31"),
      }),
    )
    .default([]),
  /** Tag keys that every taggable AWS resource must carry. Default: none. */
  requiredTags: z.array(z.string().min(1)).default([]),
  /** Registries, with a path or without, that images may come from, e.g. docker.io/library. Default: from anywhere. */
  allowedRegistries: z.array(z.string().min(1)).default([]),
});

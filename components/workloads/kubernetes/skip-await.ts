import type { Labels } from "./labels";

/**
 * Tells Pulumi not to wait for an object by itself: a Service has endpoints and a claim has a disk only once the
 * pods exist, which are applied later and waited for.
 */
export const SKIP_AWAIT: Labels = { "pulumi.com/skipAwait": "true" };

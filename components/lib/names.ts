import { createHash } from "node:crypto";

/**
 * The longest name each kind of thing may have, in characters.
 * Sources: Kubernetes "Object Names and IDs"; AWS quotas pages of IAM, S3, ECR and Elastic Load Balancing.
 */
export const NAME_LIMITS = {
  kubernetesLabel: 63,
  kubernetesSubdomain: 253,
  iamRole: 64,
  s3Bucket: 63,
  ecrRepository: 256,
  loadBalancer: 32,
  helmRelease: 53,
} as const;

/** The first `length` hex digits of the SHA-256 of a text, 1 to 64. */
export function shortHash(text: string, length = 8): string {
  return createHash("sha256").update(text).digest("hex").slice(0, length);
}

/**
 * Joins parts into a lower-case DNS label. A part's characters outside `a-z0-9-` become `-`; a result over
 * the limit is cut and ends in a hash of the whole, so that two long names never meet.
 */
export function physicalName(parts: readonly string[], limit: number = NAME_LIMITS.kubernetesLabel): string {
  const whole = parts.join("-");
  const clean = whole
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (clean.length <= limit && clean !== "") return clean;
  return `${clean.slice(0, limit - 9).replace(/-+$/, "")}-${shortHash(whole)}`.replace(/^-/, "x-");
}

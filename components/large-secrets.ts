import type { Issue } from "./lib/issues";
import type { SecretReference } from "./workloads/references";

export interface LargeSecretsRequest {
  readonly references: readonly SecretReference[];
  /** What one secret may hold, bytes. */
  readonly most: number;
  /** The value of a variable of the environment, or of an env file. */
  readonly variable: (name: string) => string | undefined;
  /** Bytes of a value under `towpath:secrets`; undefined where that is not known. */
  readonly configBytes: (key: string) => number | undefined;
}

/** The secrets whose values are too large for where the target keeps them, as far as their values are at hand. */
export function largeSecrets(request: LargeSecretsRequest): readonly Issue[] {
  return request.references.flatMap(reference => {
    const bytes = bytesOf(reference, request);
    if (bytes === undefined || bytes <= request.most) return [];
    const wrong = `${bytes} bytes, more than the ${request.most} that a secret holds`;
    const instead = "put what is not secret of it into the image, or the whole into a volume";
    return [{ path: `secrets.${reference.name}`, wrong, instead }];
  });
}

/** Files, and variables of services, are looked at when the app is planned. */
function bytesOf(
  { source }: SecretReference,
  { variable, configBytes }: LargeSecretsRequest,
): number | undefined {
  switch (source.kind) {
    case "environment":
      return Buffer.byteLength(variable(source.variable) ?? "");
    case "config":
      return configBytes(source.key);
    case "file":
    case "htpasswd":
    case "service-environment":
      return undefined;
    default:
      return source satisfies never;
  }
}

import { statSync } from "node:fs";
import type { SecretReference } from "../references";
import type { Reporter } from "../shared/reporter";
import type { Workload } from "./workload";

/** The most that one Secret holds, bytes. Source: Kubernetes, "Secrets". */
export const SECRET_BYTES = 1024 * 1024;

/** Refuses a secret whose file is larger than a Secret. Of what is not a file, nobody knows the size yet. */
export function refuseLargeSecretFile({ name, source }: SecretReference, reporter: Reporter): void {
  if (source.kind !== "file") return;
  const bytes = statSync(source.path, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes <= SECRET_BYTES) return;
  const instead = "put what is not secret of it into the image, or the whole into a volume";
  reporter.refuse("secrets", ["secrets", name], `${bytes} bytes, more than a Secret's 1 MiB`, instead);
}

/** Refuses variables that together are larger than the Secret which keeps them. */
export function refuseLargeEnvironment(
  { name, service }: Workload,
  hidden: readonly string[],
  reporter: Reporter,
): void {
  const values = hidden.map(variable => service.environment?.[variable] ?? "");
  const bytes = values.reduce((sum, value) => sum + Buffer.byteLength(value), 0);
  if (bytes <= SECRET_BYTES) return;
  const wrong = `its secret values have ${bytes} bytes, more than a Secret's 1 MiB`;
  const instead = "give large values as files, by a config or a volume";
  reporter.refuse("services.*.environment", ["services", name, "environment"], wrong, instead);
}

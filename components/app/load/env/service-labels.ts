import { record } from "../decode/mappings";
import type { Path } from "../path";
import type { Problems } from "../problems";
import { readEnvFile } from "./env-files";

/** What a container says of its labels, in canonical form. */
export interface LabelSource {
  readonly labels?: Readonly<Record<string, string>>;
  readonly label_file?: readonly string[];
}

/** Folds label files into labels; what is written in `labels` wins over them. */
export function resolveServiceLabels(
  source: LabelSource,
  path: Path,
  problems: Problems,
): Record<string, string> {
  const folded = new Map<string, string>();
  source.label_file?.forEach((file, index) => {
    const own = new Map<string, string>();
    problems.attempt(() => readEnvFile(file, own, name => folded.get(name), [...path, "label_file", index]));
    for (const [key, value] of own) folded.set(key, value);
  });
  for (const [key, value] of Object.entries(source.labels ?? {})) folded.set(key, value);
  const labels = record<string>();
  for (const [key, value] of folded) labels[key] = value;
  return labels;
}

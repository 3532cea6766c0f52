import { cleanPath } from "../go-path";
import type { LongForm } from "./long-forms";
import { longVolume, shortVolume } from "./volume-text";

/** `volumes: ["./data:/data:ro"]`. */
export const longMount: LongForm = (value, { path, problems }) => {
  if (typeof value !== "string") return value;
  const volume = shortVolume(value);
  if (typeof volume !== "string") return longVolume({ ...volume, target: cleanPath(volume.target) }, value);
  problems.add(
    path,
    `in \`${value}\` ${volume}`,
    "write `[source:]target[:options]`, e.g. `data:/var/lib/data`",
  );
  return value;
};

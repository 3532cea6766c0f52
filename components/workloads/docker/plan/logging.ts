import type { Service } from "../../../app/model/service";

const ROTATION = { "max-size": "10m", "max-file": "5" };

/** Logs that never fill the disk: Docker's own drivers rotate unless the file says how, others stay as written. */
export function planLogging({ logging }: Pick<Service, "logging">): Readonly<Record<string, unknown>> {
  const driver = logging?.driver ?? "json-file";
  const rotates = driver === "json-file" || driver === "local";
  const options = { ...(rotates && ROTATION), ...logging?.options };
  return { driver, ...(Object.keys(options).length > 0 && { options }) };
}

import { extensionOf } from "../../app/extension-of";
import type { Service } from "../../app/model/service";
import type { Reporter } from "./reporter";
import { SIZE_REQUESTS } from "./sizes";

const MIB = 1024 * 1024;

/** Says what `x-towpath.size` gives a service; the same on every target. */
export function reportSize(name: string, service: Service, reporter: Reporter): void {
  const { size } = extensionOf(service);
  if (size === undefined) return;
  const { cpus, memoryBytes } = SIZE_REQUESTS[size];
  const note = `${cpus} CPU and ${memoryBytes / MIB} MiB where the file states none, and the double as limits`;
  reporter.same("services.*.x-towpath", ["services", name, "x-towpath", "size"], note);
}

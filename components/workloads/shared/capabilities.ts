import type { Allowance } from "../../app/extension";
import type { Service } from "../../app/model/service";
import type { Reporter } from "./reporter";

/** Capabilities with which a container can take over its host. */
const HOST_POWERS = new Set([
  "ALL",
  "SYS_ADMIN",
  "SYS_MODULE",
  "SYS_RAWIO",
  "SYS_PTRACE",
  "DAC_READ_SEARCH",
  "BPF",
]);

/** `cap_add` and `cap_drop` as granted: upper case, without `CAP_`, sorted; host powers only when allowed. */
export function grantedCapabilities(
  name: string,
  service: Service,
  allowed: ReadonlySet<Allowance>,
  reporter: Reporter,
): { readonly capAdd: readonly string[]; readonly capDrop: readonly string[] } {
  const capAdd = (service.cap_add ?? []).flatMap((text, index) => {
    const capability = plainName(text);
    const path = ["services", name, "cap_add", index];
    if (HOST_POWERS.has(capability) && !allowed.has("privileged")) {
      reporter.withheld("services.*.cap_add", path, `${capability} gives power over the host`, "privileged");
      return [];
    }
    reporter.adapted("services.*.cap_add", path, `${capability} is granted after all others are dropped`);
    return [capability];
  });
  return { capAdd: distinct(capAdd), capDrop: distinct((service.cap_drop ?? []).map(plainName)) };
}

function plainName(capability: string): string {
  return capability.toUpperCase().replace(/^CAP_/, "");
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

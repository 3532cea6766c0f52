import { physicalName } from "../lib/names";
import type { Identity } from "../settings/identity";

/** The name of a service's repository: `towpath/<project>/<stack>/<service>`; `*` stands for every service. */
export function repositoryName({ project, stack }: Identity, service: string): string {
  const last = service === "*" ? "*" : physicalName([service], 100);
  return ["towpath", physicalName([project]), physicalName([stack]), last].join("/");
}

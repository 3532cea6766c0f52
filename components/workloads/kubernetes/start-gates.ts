import type { Fields } from "./fields";
import { gatedOn, gateServiceName } from "./gates";
import { helperContainer } from "./helper-container";
import { helperImage } from "./helper-images";
import { completionName } from "./job-name";
import { kubernetesName } from "./kubernetes-name";
import type { PlanContext, Workload } from "./workload";

/**
 * Waits until a headless Service's name resolves. DNS knows a pod once it is ready and forgets it when it is
 * not, so this needs no port, no way through the network but to DNS, and no access to the API. The namespace's
 * own domain comes first in the search list.
 */
const WAIT =
  'while read -r key domain _; do [ "$key" = search ] && break; done < /etc/resolv.conf; ' +
  "until nslookup \"$0.$domain.\" 2>/dev/null | grep -q '^Name:'; do sleep 1; done";

/** An init container for everything that a service waits for, before its own container starts. */
export function startGates(context: PlanContext, workload: Workload): readonly Fields[] {
  const image = helperImage(context, "shell");
  return gatedOn(context, workload).map(({ dependency, mode }) => {
    const job = context.jobNames.get(dependency.name);
    const name =
      mode === "completed" && job !== undefined ? completionName(job) : gateServiceName(dependency, mode);
    const command = ["/bin/sh", "-c", WAIT, name];
    return helperContainer(kubernetesName("wait-for", dependency.resource), image, command);
  });
}

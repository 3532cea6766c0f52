import type { ReportKey } from "../shared/reporter";
import { kubernetesName } from "./kubernetes-name";
import type { PlannedManifest } from "./kubernetes-plan";
import { portsOf, serviceOf } from "./service";
import type { PlanContext } from "./workload";

interface Alias {
  readonly alias: string;
  readonly target: string;
  readonly key: ReportKey;
  readonly path: readonly (string | number)[];
}

/**
 * A Service for every other name of a service: `container_name`, `hostname`, `networks.*.aliases` and the aliases
 * of `links`. Refuses a name that is already another service's.
 */
export function aliasServices(context: PlanContext): readonly PlannedManifest[] {
  const owners = new Map([...context.workloads.values()].map(({ name, resource }) => [resource, name]));
  return aliasesOf(context).flatMap(({ alias, target, key, path }) => {
    const workload = context.workloads.get(target);
    const name = kubernetesName(alias);
    const owner = owners.get(name);
    if (workload === undefined || owner === target) return [];
    if (owner !== undefined) {
      const instead = "give one of them another name: a namespace has each name once";
      context.reporter.refuse(key, path, `${alias} is also a name of service ${owner}`, instead);
      return [];
    }
    owners.set(name, target);
    const renamed = name === alias.toLowerCase() ? "" : `, spelt ${name}`;
    context.reporter.adapted(key, path, `another Service of that name${renamed}`);
    if (workload.kind === "Job") return [];
    const spec = workload.headless ? { clusterIP: "None" } : { type: "ClusterIP", ports: portsOf(workload) };
    return [
      { service: target, key: `${name}-alias-service`, manifest: serviceOf(context, workload, name, spec) },
    ];
  });
}

function aliasesOf({ app }: PlanContext): readonly Alias[] {
  return Object.entries(app.services).flatMap(([name, service]) => {
    const path = ["services", name];
    const own = (key: "container_name" | "hostname"): Alias[] => {
      const alias = service[key]?.split(".")[0];
      return alias === undefined
        ? []
        : [{ alias, target: name, key: `services.*.${key}`, path: [...path, key] }];
    };
    const networks = Object.entries(service.networks ?? {}).flatMap(([network, attachment]) =>
      (attachment?.aliases ?? []).map((alias, index): Alias => {
        const at = [...path, "networks", network, "aliases", index];
        return { alias, target: name, key: "services.*.networks.*.aliases", path: at };
      }),
    );
    const links = (service.links ?? []).map((link, index): Alias => {
      const [target = "", alias = target] = link.split(":");
      return { alias, target, key: "services.*.links", path: [...path, "links", index] };
    });
    return [...own("container_name"), ...own("hostname"), ...networks, ...links];
  });
}

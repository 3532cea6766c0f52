import { compact } from "../../lib/records";
import type { Fields } from "./fields";
import { type GateMode, gateServiceName, gatesOn } from "./gates";
import type { Manifest, PlannedManifest } from "./kubernetes-plan";
import { objectLabels, selectorLabels } from "./labels";
import { publishedPorts } from "./service-ports";
import { SKIP_AWAIT } from "./skip-await";
import type { PlanContext, Workload } from "./workload";

/**
 * The Services of one Compose service: its own, so that its name resolves; one for each start gate on it; the
 * headless one that names a StatefulSet's pods, which is that of a gate too; and a load balancer for the ports that
 * `x-towpath.publish` opens to the world.
 */
export function services(context: PlanContext, workload: Workload): readonly PlannedManifest[] {
  const { resource, name, headless, kind } = workload;
  if (kind === "Job") return [];
  const planned = (key: string, manifest: Manifest): PlannedManifest => ({ service: name, key, manifest });
  const governing: readonly GateMode[] = kind === "StatefulSet" ? ["ready"] : [];
  const gates = [...new Set([...governing, ...gatesOn(context, workload)])]
    .filter(mode => gateServiceName(workload, mode) !== resource)
    .map(mode => {
      const gate = gateServiceName(workload, mode);
      const waits = mode === "started" ? { publishNotReadyAddresses: true } : {};
      return planned(`${gate}-service`, serviceOf(context, workload, gate, { clusterIP: "None", ...waits }));
    });
  const own = headless ? { clusterIP: "None" } : { type: "ClusterIP", ports: portsOf(workload) };
  return [
    planned(`${resource}-service`, serviceOf(context, workload, resource, own)),
    ...gates,
    ...publicService(context, workload).map(manifest => planned(`${resource}-public-service`, manifest)),
  ];
}

/** A Service with a service's pods behind it. */
export function serviceOf(
  { app, namespace }: PlanContext,
  workload: Workload,
  name: string,
  spec: Fields,
): Manifest {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: {
      name,
      namespace,
      labels: objectLabels(app.name, workload.resource),
      ...(spec.type !== "LoadBalancer" && { annotations: SKIP_AWAIT }),
    },
    spec: { ...spec, selector: selectorLabels(app.name, workload.resource) },
  };
}

/** The ports of a service's own Service, each under the container's own number. */
export function portsOf({ ports }: Workload): readonly Fields[] {
  return ports.map(({ name, port, protocol, appProtocol }) =>
    compact({ name, port, targetPort: port, protocol, appProtocol }),
  );
}

function publicService(context: PlanContext, workload: Workload): readonly Manifest[] {
  const open = publishedPorts(workload.service);
  if (open.length === 0) return [];
  const ports = open.map(({ published, target }) => ({
    name: target.name,
    port: published,
    targetPort: target.port,
    protocol: target.protocol,
  }));
  const loadBalancerSourceRanges = context.facts.allowedCidrs;
  const spec = compact({ type: "LoadBalancer", loadBalancerSourceRanges, ports });
  return [serviceOf(context, workload, `${workload.resource}-public`, spec)];
}

import type { Fields } from "./fields";
import { kubernetesName } from "./kubernetes-name";
import type { Manifest, PlannedManifest } from "./kubernetes-plan";
import { appLabels, ISOLATED_LABEL, networkLabel, selectorLabels } from "./labels";
import { namedAddresses } from "./named-addresses";
import { withExceptions } from "./scanner-exceptions";
import { publishedPorts } from "./service-ports";
import type { PlanContext, Workload } from "./workload";

/** Blocks that are not the internet: a cluster's pods, Services and nodes are in them, and a cloud's metadata. */
const PRIVATE_V4 = ["10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"];
const PRIVATE_V6 = ["fc00::/7", "fe80::/10"];
/** NodeLocal DNSCache answers on this address of every node. */
const NODE_LOCAL_DNS = "169.254.20.10/32";

/** All policies of the app: nothing passes but what is listed here. */
export function networkPolicies(context: PlanContext): readonly PlannedManifest[] {
  const workloads = [...context.workloads.values()];
  return [
    policy(context, "default-deny", {}, { policyTypes: ["Ingress", "Egress"] }),
    dns(context),
    ...networksOf(workloads).map(network => members(context, network)),
    ...networksOf(workloads).flatMap(network => internet(context, network)),
    ...workloads.flatMap(workload => addresses(context, workload)),
    ...workloads.flatMap(workload => [...proxy(context, workload), ...world(context, workload)]),
    ...monitoring(context),
    ...certificates(context),
  ];
}

function policy(
  context: PlanContext,
  key: string,
  matchLabels: Fields,
  spec: Fields,
  service?: string,
): PlannedManifest {
  const name = kubernetesName(key);
  const podSelector = Object.keys(matchLabels).length > 0 ? { matchLabels } : {};
  const manifest: Manifest = {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name, namespace: context.namespace, labels: appLabels(context.app.name) },
    spec: { podSelector, ...spec },
  };
  return { ...(service !== undefined && { service }), key: `${name}-policy`, manifest };
}

function dns(context: PlanContext): PlannedManifest {
  const ports = ["UDP", "TCP"].map(protocol => ({ protocol, port: 53 }));
  const to = [inNamespace("kube-system"), { ipBlock: { cidr: NODE_LOCAL_DNS } }];
  return policy(context, "allow-dns", {}, { policyTypes: ["Egress"], egress: [{ to, ports }] });
}

/** Members of a Compose network reach each other on every port. */
function members(context: PlanContext, network: string): PlannedManifest {
  const peer = { podSelector: { matchLabels: networkLabel(network) } };
  const spec = { policyTypes: ["Ingress", "Egress"], ingress: [{ from: [peer] }], egress: [{ to: [peer] }] };
  return policy(context, `network-${network}`, networkLabel(network), spec);
}

/** Members of a network that is not internal reach the internet, but no private address. */
function internet(context: PlanContext, network: string): readonly PlannedManifest[] {
  if (isInternal(context, network)) return [];
  const to = [
    { ipBlock: { cidr: "0.0.0.0/0", except: privateV4(context) } },
    { ipBlock: { cidr: "::/0", except: PRIVATE_V6 } },
  ];
  const spec = { policyTypes: ["Egress"], egress: [{ to }] };
  return [policy(context, `internet-${network}`, networkLabel(network), spec)];
}

/** Who may leave for the internet also reaches the private addresses that its `dns` and `extra_hosts` name. */
function addresses(context: PlanContext, workload: Workload): readonly PlannedManifest[] {
  if (workload.networks.every(network => isInternal(context, network))) return [];
  const egress = namedAddresses(workload.service, [...privateV4(context), ...PRIVATE_V6]);
  if (egress.length === 0) return [];
  const pods = selectorLabels(context.app.name, workload.resource);
  const spec = { policyTypes: ["Egress"], egress };
  return [policy(context, `${workload.resource}-to-addresses`, pods, spec, workload.name)];
}

/** The Gateway's pods reach what is routed, on the routed ports alone. */
function proxy(context: PlanContext, workload: Workload): readonly PlannedManifest[] {
  const ports = [...new Set(workload.routes.map(({ port }) => port))].map(port => ({
    protocol: "TCP",
    port,
  }));
  if (ports.length === 0) return [];
  const from = [inNamespace(context.facts.ingressNamespace)];
  const spec = { policyTypes: ["Ingress"], ingress: [{ from, ports }] };
  const pods = selectorLabels(context.app.name, workload.resource);
  return [policy(context, `${workload.resource}-from-gateway`, pods, spec, workload.name)];
}

/** The world reaches the ports that `x-towpath.publish` names, through their load balancer. */
function world(context: PlanContext, workload: Workload): readonly PlannedManifest[] {
  const ports = publishedPorts(workload.service).map(({ target: { protocol, port } }) => ({
    protocol,
    port,
  }));
  if (ports.length === 0) return [];
  const pods = selectorLabels(context.app.name, workload.resource);
  const spec = { policyTypes: ["Ingress"], ingress: [{ ports }] };
  return [policy(context, `${workload.resource}-from-world`, pods, spec, workload.name)];
}

/** Prometheus reaches every pod, since any port may have metrics, but those that Compose gives no network at all. */
function monitoring(context: PlanContext): readonly PlannedManifest[] {
  const { facts, workloads } = context;
  const { monitoringNamespace } = facts;
  if (monitoringNamespace === undefined) return [];
  const ingress = [{ from: [inNamespace(monitoringNamespace)], ports: [{ protocol: "TCP" }] }];
  const isolated = [...workloads.values()].some(({ networks }) => networks.length === 0);
  const podSelector = { matchExpressions: [{ key: ISOLATED_LABEL, operator: "DoesNotExist" }] };
  const spec = { policyTypes: ["Ingress"], ingress, ...(isolated && { podSelector }) };
  return [policy(context, "allow-monitoring", {}, spec)];
}

/** cert-manager's short-lived pods answer the certificate authority through the Gateway. */
function certificates(context: PlanContext): readonly PlannedManifest[] {
  const { facts, routes } = context;
  if (facts.clusterIssuer === undefined || !routes.some(({ tls }) => tls)) return [];
  const ingress = [{ from: [inNamespace(facts.ingressNamespace)], ports: [{ protocol: "TCP", port: 8089 }] }];
  const solver = { "acme.cert-manager.io/http01-solver": "true" };
  const { key, manifest } = policy(context, "allow-acme", solver, { policyTypes: ["Ingress"], ingress });
  const annotations = withExceptions(["pods of others"]);
  return [{ key, manifest: { ...manifest, metadata: { ...manifest.metadata, annotations } } }];
}

function isInternal({ app }: PlanContext, network: string): boolean {
  return app.networks?.[network]?.internal === true;
}

function privateV4({ facts }: PlanContext): readonly string[] {
  return facts.privateCidrs ?? PRIVATE_V4;
}

function inNamespace(name: string): Fields {
  return { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": name } } };
}

function networksOf(workloads: readonly Workload[]): readonly string[] {
  return [...new Set(workloads.flatMap(({ networks }) => networks))].sort();
}

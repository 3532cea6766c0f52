import type { Capabilities } from "../settings/capabilities";
import type { Answer, Answers } from "./questions";

/** An object of the API as far as it is looked at. */
interface Item {
  readonly metadata?: { readonly name?: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly provisioner?: string;
  readonly spec?: { readonly type?: string; readonly providerID?: string };
  readonly status?: { readonly loadBalancer?: { readonly ingress?: readonly unknown[] } };
}

const DEFAULT_CLASS = "storageclass.kubernetes.io/is-default-class";

/** API groups by which policy engines are known. */
const ENGINE_GROUPS = {
  gatekeeper: "templates.gatekeeper.sh",
  kubewarden: "policies.kubewarden.io",
  kyverno: "kyverno.io",
} as const;

/** DaemonSets of what gives Services addresses on machines without a cloud. */
const BALANCERS = /^(metallb-speaker|speaker|kube-vip.*|svclb-.*|cilium-lb.*|purelb.*)$/;
/** DaemonSets of network plugins that always enforce NetworkPolicies, and of one that never does. */
const ENFORCING =
  /^(calico-node|canal|cilium|antrea-agent|kube-router|weave-net|anetd|azure-npm|ovnkube-node|kindnet)$/;
const NOT_ENFORCING = /^kube-flannel/;

/** What a cluster's answers say that it can do; what they do not tell is left out. */
export function interpret(answers: Answers): Capabilities {
  const version = versionOf(answers.version);
  const classes = itemsOf(answers.storageClasses);
  const gateways = itemsOf(answers.gatewayClasses);
  const found: Capabilities = {
    kubernetesVersion: version,
    gatewayApi: isThere(answers.gatewayApi),
    gatewayClasses:
      gateways?.map(nameOf).sort() ?? (answers.gatewayClasses.kind === "absent" ? [] : undefined),
    metricsApi: isThere(answers.metricsApi),
    loadBalancer: balances(answers),
    networkPolicy: enforces(answers),
    // Built in, and on unless someone turned it off.
    podSecurity: version === undefined ? undefined : Number(version.split(".")[1]) >= 25,
    storageClasses: classes
      ?.map(item => ({
        name: nameOf(item),
        provisioner: item.provisioner ?? "",
        default: item.metadata?.annotations?.[DEFAULT_CLASS] === "true",
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    policyEngines: enginesOf(answers),
  };
  return withoutUnknown(found);
}

function withoutUnknown(found: Capabilities): Capabilities {
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

const isThere = ({ kind }: Answer): boolean | undefined =>
  kind === "forbidden" ? undefined : kind === "found";

const nameOf = ({ metadata }: Item): string => metadata?.name ?? "";

function itemsOf(answer: Answer): readonly Item[] | undefined {
  if (answer.kind !== "found") return undefined;
  const { items } = answer.body as { readonly items?: readonly Item[] };
  return items ?? [];
}

function versionOf(answer: Answer): string | undefined {
  if (answer.kind !== "found") return undefined;
  const { gitVersion } = answer.body as { readonly gitVersion?: string };
  return /^v(1\.\d+\.\d+)/.exec(gitVersion ?? "")?.[1];
}

function enginesOf({ groups, admissionPolicies }: Answers): Capabilities["policyEngines"] {
  if (groups.kind !== "found") return undefined;
  const all = (groups.body as { readonly groups?: readonly { readonly name: string }[] }).groups ?? [];
  const names = new Set(all.map(({ name }) => name));
  const engines = (["gatekeeper", "kubewarden", "kyverno"] as const).filter(engine =>
    names.has(ENGINE_GROUPS[engine]),
  );
  return admissionPolicies.kind === "found" ? [...engines, "validating-admission-policy"] : engines;
}

/** A Service that has an address proves it; else a cloud's nodes or a known controller speak for it. */
function balances({ services, nodes, daemonSets }: Answers): boolean | undefined {
  const served = itemsOf(services)?.some(
    ({ spec, status }) => spec?.type === "LoadBalancer" && (status?.loadBalancer?.ingress?.length ?? 0) > 0,
  );
  const schemes = schemesOf(nodes);
  if (served === true || itemsOf(daemonSets)?.some(item => BALANCERS.test(nameOf(item)))) return true;
  // K3s has a controller of its own, which may be off and shows only once it serves something.
  if (schemes?.has("k3s")) return undefined;
  if ([...(schemes ?? [])].some(scheme => scheme !== "kind")) return true;
  return served === undefined || schemes === undefined ? undefined : false;
}

/** `aws` of `aws:///us-east-1a/i-0`, one for each kind of node. */
function schemesOf(nodes: Answer): ReadonlySet<string> | undefined {
  const items = itemsOf(nodes);
  return (
    items &&
    new Set(items.flatMap(({ spec }) => /^([a-z0-9-]+):\/\//.exec(spec?.providerID ?? "")?.[1] ?? []))
  );
}

function enforces({ daemonSets, nodes }: Answers): boolean | undefined {
  const names = itemsOf(daemonSets)?.map(nameOf) ?? [];
  if (names.some(name => ENFORCING.test(name)) || schemesOf(nodes)?.has("k3s")) return true;
  return names.some(name => NOT_ENFORCING.test(name)) ? false : undefined;
}

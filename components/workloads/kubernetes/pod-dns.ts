import type { Service } from "../../app/model/service";
import { compact } from "../../lib/records";
import type { Reporter } from "../shared/reporter";
import type { Fields } from "./fields";
import type { Workload } from "./workload";

/** A pod has three servers at most, of which one is the cluster's. Source: Kubernetes, "DNS for Services and Pods". */
const MOST_SERVERS = 2;

/** `dns`, `dns_search` and `dns_opt`, after the cluster's own. */
export function dnsOf({ service, privileges }: Workload): Fields {
  const { dns = [], dns_search = [], dns_opt = [] } = service;
  const options = dns_opt.map(option => {
    const [name = "", value] = option.split(":");
    return value === undefined ? { name } : { name, value };
  });
  const dnsConfig = compact({
    nameservers: dns.length > 0 ? serversOf(service) : undefined,
    searches: dns_search.length > 0 ? dns_search : undefined,
    options: options.length > 0 ? options : undefined,
  });
  return compact({
    dnsPolicy: privileges.hostNetwork ? "ClusterFirstWithHostNet" : undefined,
    dnsConfig: Object.keys(dnsConfig).length > 0 ? dnsConfig : undefined,
  });
}

/** The servers of `dns` that a pod asks beside the cluster's. */
export function serversOf({ dns = [] }: Service): readonly string[] {
  return dns.slice(0, MOST_SERVERS);
}

/** `extra_hosts` with an address, by address. */
export function hostAliasesOf(service: Service): readonly Fields[] | undefined {
  const names = new Map<string, string[]>();
  for (const { host, address } of extraHosts(service)) {
    if (address !== "host-gateway") names.set(address, [...(names.get(address) ?? []), host]);
  }
  return names.size === 0 ? undefined : [...names].map(([ip, hostnames]) => ({ ip, hostnames }));
}

/** Says which servers are left out. */
export function reportDns({ name, service }: Workload, reporter: Reporter): void {
  const left = (service.dns ?? []).slice(MOST_SERVERS);
  if (left.length === 0) return;
  const note = `asked after the cluster's DNS, but ${left.join(" and ")}: a pod has ${MOST_SERVERS} more at most`;
  reporter.adapted("services.*.dns", ["services", name, "dns"], note);
}

/** Says which names lead to the Docker host, which a cluster does not have. */
export function reportExtraHosts({ name, service }: Workload, reporter: Reporter): void {
  for (const [index, { host, address }] of extraHosts(service).entries()) {
    if (address !== "host-gateway") continue;
    const path = ["services", name, "extra_hosts", index];
    reporter.adapted("services.*.extra_hosts", path, `${host} is left out: a cluster has no Docker host`);
  }
}

/** The names of `extra_hosts`. Entries are `host=address` in canonical form, `host:address` in the short one; IPv6 may stand in brackets. */
export function extraHosts(service: Service): readonly { readonly host: string; readonly address: string }[] {
  return (service.extra_hosts ?? []).map(entry => {
    const [, host = entry, address = ""] = /^([^=:]+)[=:](.*)$/.exec(entry) ?? [];
    return { host, address: address.replace(/^\[|\]$/g, "") };
  });
}

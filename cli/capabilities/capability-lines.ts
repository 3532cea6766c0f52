import type { Capabilities } from "../../components/settings/capabilities";
import { columns } from "../terminal/columns";

/** A cluster's capabilities as a table, a line each. */
export function capabilityLines(found: Capabilities): string[] {
  const classes = found.storageClasses?.map(one => (one.default ? `${one.name} (default)` : one.name));
  const rows: readonly (readonly [string, string | boolean | undefined])[] = [
    ["Kubernetes", found.kubernetesVersion],
    ["Gateway API", found.gatewayApi],
    ["GatewayClasses", listed(found.gatewayClasses)],
    ["metrics API", found.metricsApi],
    ["load balancers", found.loadBalancer],
    ["NetworkPolicies", found.networkPolicy],
    ["Pod Security", found.podSecurity],
    ["StorageClasses", listed(classes)],
    ["policy engines", listed(found.policyEngines)],
  ];
  return columns(
    rows.map(([name, value]) => [name, said(value)]),
    [
      { align: "left", most: 20 },
      { align: "left", most: 100 },
    ],
  );
}

function listed(values: readonly string[] | undefined): string | undefined {
  return values?.length === 0 ? "none" : values?.join(", ");
}

function said(value: string | boolean | undefined): string {
  if (typeof value === "string") return value;
  return value === undefined ? "not known" : value ? "yes" : "no";
}

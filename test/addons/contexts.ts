import type { AddonKey } from "../../components/addons/addon";
import type { AddonContext } from "../../components/addons/addon-context";

/** Every add-on in every surrounding that changes its values. */
export function contexts(on: readonly AddonKey[]): readonly AddonContext[] {
  return (["eks", "k3s", "cluster"] as const).flatMap(platform =>
    (["dev", "prod"] as const).flatMap(environment =>
      [true, false].map(monitored => ({
        platform,
        environment,
        clusterName: "towpath-shop-test",
        ...(platform === "cluster" ? {} : { region: "us-east-1", storageClass: "gp3" }),
        gatewayClass: "traefik",
        allowedCidrs: environment === "prod" ? ["203.0.113.0/24"] : ["0.0.0.0/0"],
        tags: { "towpath:stack": "test", team: "shop" },
        on: new Set(on.filter(key => monitored || key !== "monitoring")),
      })),
    ),
  );
}

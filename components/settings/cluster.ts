import { z } from "zod";
import { capabilities } from "./capabilities";
import { commonShape } from "./common";
import { kubernetesShape } from "./kubernetes";

/** `towpath:target: cluster`. */
export const clusterSettings = z.strictObject({
  target: z.literal("cluster"),
  ...commonShape,
  ...kubernetesShape,
  cluster: z
    .strictObject({
      /** Path of a kubeconfig file. Default: the secret `towpath:kubeconfig`, else `~/.kube/config`. */
      kubeconfig: z.string().min(1).optional(),
      context: z.string().min(1).optional(),
      /** StorageClass of the app's volumes. Default: the cluster's default class. */
      storageClass: z.string().min(1).optional(),
      /** GatewayClass that serves the app. Default `traefik`, installed as an add-on unless `addons.traefik` is false. */
      gatewayClass: z.string().min(1).default("traefik"),
      /** Namespace of the Gateway controller's pods, which NetworkPolicies let in. Default `traefik`. */
      ingressNamespace: z.string().min(1).default("traefik"),
      /** Where built images are pushed, e.g. `registry.example.com/team`; needed when a service has `build`. */
      registry: z.string().min(1).optional(),
      /** Node architectures to build for. Default amd64. */
      architectures: z
        .array(z.enum(["arm64", "amd64"]))
        .min(1)
        .default(["amd64"]),
      /**
       * What the cluster can do: a file that `towpath capabilities` wrote, for previews without the cluster; or claims,
       * which go before what the cluster says.
       */
      capabilities: z.union([z.string().min(1), capabilities]).optional(),
    })
    .prefault({}),
});
export type ClusterSettings = z.output<typeof clusterSettings>;

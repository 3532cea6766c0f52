import { z } from "zod";

/** Settings of the Kubernetes workload, whatever the cluster. */
export const kubernetesShape = {
  /** Namespace of the app. Default: the Compose project's name. */
  namespace: z
    .string()
    .regex(
      /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/,
      "not a namespace name; write lower-case letters, digits and -",
    )
    .optional(),
  addons: z
    .strictObject({
      /** kube-prometheus-stack. Default: true, except where the target says otherwise. */
      monitoring: z.boolean().optional(),
      metricsServer: z.boolean().optional(),
      clusterAutoscaler: z.boolean().optional(),
      traefik: z.boolean().optional(),
      /** Gateway API's custom resource definitions. Default: true; write false for a cluster that has them. */
      gatewayApi: z.boolean().optional(),
      certManager: z.boolean().optional(),
    })
    .prefault({}),
};

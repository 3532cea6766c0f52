import { z } from "zod";

/** Engines that admit objects by policies of one's own. */
export const POLICY_ENGINES = ["gatekeeper", "kubewarden", "kyverno", "validating-admission-policy"] as const;

/** What a cluster can do. A key that is left out is not known. */
export const capabilities = z.strictObject({
  /** Version of the API server, e.g. `1.35.2`. */
  kubernetesVersion: z
    .string()
    .regex(/^1\.\d+(\.\d+)?$/, "not a Kubernetes version; write for example 1.35.2")
    .optional(),
  /** Gateway API's custom resource definitions, version v1. */
  gatewayApi: z.boolean().optional(),
  /** GatewayClasses, by name. */
  gatewayClasses: z.array(z.string()).optional(),
  /** The metrics API, by which HorizontalPodAutoscalers decide. */
  metricsApi: z.boolean().optional(),
  /** Whether a Service of type LoadBalancer gets an address. */
  loadBalancer: z.boolean().optional(),
  /** Whether NetworkPolicies are enforced. */
  networkPolicy: z.boolean().optional(),
  /** Whether namespaces enforce Pod Security Standards. */
  podSecurity: z.boolean().optional(),
  storageClasses: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        provisioner: z.string().default(""),
        default: z.boolean().default(false),
      }),
    )
    .optional(),
  policyEngines: z.array(z.enum(POLICY_ENGINES)).optional(),
});
export type Capabilities = z.output<typeof capabilities>;

/** What the add-ons must know of the app: plain data, from its plan. */
export interface AppFacts {
  readonly namespace: string;
  /** What stays up, in the order of names. */
  readonly workloads: readonly AppWorkload[];
  /** Images of towpath's own small containers beside the services'. */
  readonly ownImages: readonly string[];
}

export interface AppWorkload {
  readonly name: string;
  readonly kind: "Deployment" | "StatefulSet" | "DaemonSet";
  /** Whether the proxy routes to it, and so counts its requests. */
  readonly routed: boolean;
}

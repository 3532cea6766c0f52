/** A target and its options, as a stack's settings have them. */
export interface Combination {
  /** The stack's name. */
  readonly stack: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

const TLS = { domain: "example.com", acmeEmail: "ops@example.com" };
const HOST = { kind: "ssh", address: "host.example.com", hostKey: "ssh-ed25519 AAAA" };
const BOARD = {
  name: "pi",
  address: "203.0.113.7",
  hostKey: "ssh-ed25519 AAAA",
  labels: { place: "cellar" },
};
const ENDPOINT = { public: true, cidrs: ["203.0.113.0/24"] };

export const HOST_OVER_SSH: Combination = {
  stack: "docker-ssh",
  settings: {
    target: "docker",
    docker: { host: HOST },
    registry: { kind: "self-hosted", address: "registry.example.com" },
  },
};

/** Targets whose nodes towpath makes itself. */
export const MACHINES: readonly Combination[] = [
  { stack: "docker-prod", settings: { target: "docker", environment: "prod", ...TLS } },
  HOST_OVER_SSH,
  {
    stack: "k3s-three",
    settings: {
      target: "k3s",
      environment: "prod",
      k3s: {
        servers: 3,
        pools: [
          { name: "steady", instanceTypes: ["m7g.large"], min: 1, max: 3 },
          { name: "spot", capacity: "spot", instanceTypes: ["t4g.small", "t4g.medium"], min: 0, max: 3 },
        ],
      },
    },
  },
  { stack: "k3s-monitored", settings: { target: "k3s", addons: { monitoring: true }, ...TLS } },
  { stack: "k3s-boards", settings: { target: "k3s", k3s: { edge: [BOARD] } } },
  {
    stack: "k3s-reachable",
    settings: {
      target: "k3s",
      k3s: {
        serverType: "t3.small",
        endpoint: { cidrs: ["203.0.113.0/24"] },
        pools: [{ name: "amd", instanceTypes: ["t3.small"] }],
      },
      allowedCidrs: ["198.51.100.0/24"],
    },
  },
];

/** Targets whose control plane is somebody else's. */
export const CLUSTERS: readonly Combination[] = [
  {
    stack: "eks-public",
    settings: { target: "eks", eks: { endpoint: ENDPOINT }, addons: { monitoring: false } },
  },
  {
    stack: "eks-private",
    settings: {
      target: "eks",
      environment: "staging",
      eks: { endpoint: { public: false } },
      network: { nat: "per-zone" },
      ...TLS,
    },
  },
  { stack: "cluster", settings: { target: "cluster", cluster: { registry: "registry.example.com/team" } } },
  {
    stack: "cluster-other",
    settings: {
      target: "cluster",
      cluster: {
        registry: "registry.example.com/team",
        gatewayClass: "envoy",
        ingressNamespace: "envoy",
        storageClass: "fast",
      },
      addons: { metricsServer: true },
    },
  },
];

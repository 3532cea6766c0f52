/** Things whose versions have a last day of support. */
export type Product = "eks" | "kubernetes" | "k3s" | "node-image" | "cert-manager";

/** Versions of one product with the last day, ISO, of their standard support. */
export interface SupportDates {
  /** As people call it. */
  readonly name: string;
  readonly ends: Readonly<Record<string, string>>;
  /** When the dates were read, ISO, and where. */
  readonly asOf: string;
  readonly source: string;
}

const KUBERNETES: SupportDates = {
  name: "Kubernetes",
  ends: {
    "1.32": "2026-02-28",
    "1.33": "2026-06-28",
    "1.34": "2026-10-27",
    "1.35": "2027-02-28",
    "1.36": "2027-06-28",
  },
  asOf: "2026-11-28",
  source: "https://kubernetes.io/releases/",
};

/** Dates as published; a version newer than every listed one counts as supported, an older one as not. */
export const SUPPORT: Readonly<Record<Product, SupportDates>> = {
  eks: {
    name: "EKS",
    ends: { "1.32": "2026-03-23", "1.33": "2026-07-29", "1.34": "2026-12-02", "1.35": "2027-03-27" },
    asOf: "2026-11-23",
    source: "AWS documentation, by way of aws-samples' list of 2026-04-24",
  },
  kubernetes: KUBERNETES,
  // A minor version of K3s is maintained as long as that of Kubernetes.
  k3s: { ...KUBERNETES, name: "K3s" },
  "node-image": {
    name: "the node image",
    ends: { AL2: "2025-11-26", AL2023: "2029-06-30" },
    asOf: "2026-11-28",
    source: "https://github.com/awslabs/amazon-eks-ami/issues/2545, AWS documentation",
  },
  "cert-manager": {
    name: "cert-manager",
    ends: { "1.18": "2026-03-10", "1.19": "2026-07-10" },
    asOf: "2026-11-28",
    source: "https://cert-manager.io/docs/releases/, which ends a release with the next but one",
  },
};

import { acceleratorOf } from "../../lib/accelerator";
import type { KarpenterPool, NodeGroupPool } from "../../settings/eks-pool";
import { poolArchitecture } from "../pools/capacity";

type Image = NodeGroupPool["image"];

/** What a pool of EKS nodes boots. */
export interface NodeImage {
  /** `amiType` of a managed node group. */
  readonly amiType: string;
  /** Device of the disk that holds pods and images. */
  readonly dataDevice: string;
  /** Device of the image's own disk where that is another, and its size, GiB. */
  readonly systemDisk?: { readonly device: string; readonly gb: number };
}

/** Source: AWS, "amiType" in the EKS API reference. */
const AMI_TYPES = {
  al2023: {
    plain: { amd64: "AL2023_x86_64_STANDARD", arm64: "AL2023_ARM_64_STANDARD" },
    nvidia: { amd64: "AL2023_x86_64_NVIDIA", arm64: "AL2023_ARM_64_NVIDIA" },
  },
  bottlerocket: {
    plain: { amd64: "BOTTLEROCKET_x86_64", arm64: "BOTTLEROCKET_ARM_64" },
    nvidia: { amd64: "BOTTLEROCKET_x86_64_NVIDIA", arm64: "BOTTLEROCKET_ARM_64_NVIDIA" },
  },
} as const;

const DISKS: Readonly<Record<Image, Omit<NodeImage, "amiType">>> = {
  al2023: { dataDevice: "/dev/xvda" },
  bottlerocket: { dataDevice: "/dev/xvdb", systemDisk: { device: "/dev/xvda", gb: 4 } },
};

/** The image of a pool by its choice, its architecture and its GPUs. */
export function nodeImage(pool: NodeGroupPool | KarpenterPool): NodeImage {
  const kind = hasGpus(pool) ? "nvidia" : "plain";
  return { amiType: AMI_TYPES[pool.image][kind][poolArchitecture(pool)], ...DISKS[pool.image] };
}

/** Whether the nodes of a pool have NVIDIA GPUs; the settings let no pool mix types with and without. */
export function hasGpus({ instanceTypes }: { readonly instanceTypes: readonly string[] }): boolean {
  return instanceTypes.some(type => acceleratorOf(type) === "nvidia");
}

import type { Product } from "../../components/lib/versions/support-dates";
import type { PolicyResource } from "../subject";
import { clustersOf } from "./clusters";
import { textAt } from "./read";
import { isA } from "./resource-kinds";

/** Something with a version that is supported for a time. */
export interface Versioned {
  readonly product: Product;
  /** As the dates are listed by; undefined where the resource says none. */
  readonly version: string | undefined;
}

/** Versions of clusters, nodes and charts that a resource asks for. */
export function versionsOf(subject: PolicyResource): readonly Versioned[] {
  return [
    ...eksVersions(subject),
    ...nodeImages(subject),
    ...k3sVersions(subject),
    ...chartVersions(subject),
  ];
}

function eksVersions(subject: PolicyResource): readonly Versioned[] {
  return clustersOf(subject).map(cluster => ({
    product: "eks",
    get version() {
      return cluster.version;
    },
  }));
}

/** Bottlerocket's images go with the cluster's version; those of Amazon Linux have an end of their own. */
function nodeImages(subject: PolicyResource): readonly Versioned[] {
  if (!isA("nodeGroup", subject)) return [];
  return [
    {
      product: "node-image",
      get version() {
        return /^AL\d+/.exec(textAt(subject.props, "amiType") ?? "")?.[0];
      },
    },
  ];
}

/** K3s nodes learn their release from the association that waits for it. */
function k3sVersions({ type, props }: PolicyResource): readonly Versioned[] {
  if (type !== "aws:ssm/association:Association") return [];
  return [
    {
      product: "k3s",
      get version() {
        return /^v(1\.\d+)\.\d+\+k3s\d+$/.exec(textAt(props, "parameters.version") ?? "")?.[1];
      },
    },
  ];
}

function chartVersions({ type, props }: PolicyResource): readonly Versioned[] {
  if (type !== "kubernetes:helm.sh/v3:Release" || textAt(props, "chart") !== "cert-manager") return [];
  return [
    {
      product: "cert-manager",
      get version() {
        return /^v?(1\.\d+)\./.exec(textAt(props, "version") ?? "")?.[1];
      },
    },
  ];
}

import { make } from "../good/make";
import { GOOD } from "../good-stack";
import { adding, type Cases, change } from "../seed";

const tags = { owner: "shop" };
const [CLUSTER = make("", "", {})] = GOOD.filter(({ name }) => name === "cluster");

export const EKS: Cases = {
  "eks-endpoint-limited": [
    change("cluster", "publicAccessCidrs", undefined),
    change("cluster", "publicAccessCidrs", ["203.0.113.0/24", "0.0.0.0/0"]),
    change("plain-cluster", "vpcConfig", {}),
  ],
  "eks-secrets-encrypted": [
    change("cluster", "encryptionConfigKeyArn", undefined),
    change("plain-cluster", "encryptionConfig", undefined),
    change("plain-cluster", "encryptionConfig.resources", []),
  ],
  "eks-control-plane-logs": [
    change("cluster", "enabledClusterLogTypes", undefined),
    change("cluster", "enabledClusterLogTypes", ["api", "audit", "authenticator", "scheduler"]),
    change("plain-cluster", "enabledClusterLogTypes", ["api"]),
  ],
  "versions-in-support": [
    change("cluster", "version", "1.32"),
    change("cluster", "version", "1.29"),
    change("plain-cluster", "version", "1.33"),
    adding(
      "nodes of Amazon Linux 2",
      make("aws:eks/nodeGroup:NodeGroup", "old", { amiType: "AL2_ARM_64", tags }),
    ),
    adding(
      "an old K3s",
      make("aws:ssm/association:Association", "ready", { parameters: { version: "v1.34.1+k3s1" }, tags }),
    ),
    adding(
      "an old cert-manager",
      make("kubernetes:helm.sh/v3:Release", "certs", { chart: "cert-manager", version: "v1.19.4" }),
    ),
  ],
  "support-ends-soon": [
    change("cluster", "version", "1.34"),
    change("plain-cluster", "version", "1.34"),
    adding("another", {
      ...CLUSTER,
      name: "another",
      urn: "another",
      props: { ...CLUSTER.props, version: "1.34" },
    }),
  ],
  "not-retired": [
    adding(
      "ingress-nginx",
      make("kubernetes:helm.sh/v3:Release", "ingress", {
        chart: "ingress-nginx",
        version: "4.13.0",
        repositoryOpts: { repo: "https://kubernetes.github.io/ingress-nginx" },
      }),
    ),
    change("deployment", "spec.template.spec.containers.0.image", `bitnami/redis:8@sha256:${"a".repeat(64)}`),
    change("deployment", "spec.template.spec.containers.0.image", `minio/minio:1@sha256:${"a".repeat(64)}`),
  ],
  "eks-access-entries": [
    change("cluster", "authenticationMode", "CONFIG_MAP"),
    change("cluster", "authenticationMode", undefined),
    change("plain-cluster", "accessConfig.authenticationMode", "API_AND_CONFIG_MAP"),
  ],
  "eks-standard-support": [
    change("cluster", "upgradePolicy", undefined),
    change("cluster", "upgradePolicy.supportType", "EXTENDED"),
    change("plain-cluster", "upgradePolicy", {}),
  ],
};

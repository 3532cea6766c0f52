import { make } from "../good/make";
import { adding, type Cases, change, renamed, unlinked, without } from "../seed";

const algorithm = "rules.0.applyServerSideEncryptionByDefault.sseAlgorithm";
/** Something that writes to the claim. */
const deployment = (name: string, replicas?: number) => {
  const metadata = { name, namespace: "shop" };
  const template = {
    metadata: { labels: { app: "web" } },
    spec: {
      volumes: [{ name: "uploads", persistentVolumeClaim: { claimName: "uploads" } }],
      automountServiceAccountToken: false,
      serviceAccountName: name,
      containers: [],
      topologySpreadConstraints: [{ topologyKey: "kubernetes.io/hostname" }],
    },
  };
  return make("kubernetes:apps/v1:Deployment", name, { metadata, spec: { replicas, template } });
};

export const STORAGE: Cases = {
  "bucket-access-logged": [
    without("bucket-logging"),
    unlinked("bucket-logging"),
    renamed("bucket-logging", "aws:s3/bucketMetric:BucketMetric"),
  ],
  "bucket-encrypted-by-key": [
    change("bucket-encryption", algorithm, "AES256"),
    change("bucket-encryption", algorithm, undefined),
    change("bucket-encryption", "rules", []),
  ],
  "repository-encrypted-by-key": [
    change("repository", "encryptionConfigurations", undefined),
    change("repository", "encryptionConfigurations", []),
    change("repository", "encryptionConfigurations.0.encryptionType", "AES256"),
  ],
  "repository-private": [
    adding("a public one", make("aws:ecrpublic/repository:Repository", "open", { repositoryName: "web" })),
    adding(
      "two public ones",
      ...["a", "b"].map(name => make("aws:ecrpublic/repository:Repository", name, {})),
    ),
    adding("a policy of one", make("aws:ecrpublic/repositoryPolicy:RepositoryPolicy", "open", {})),
  ],
  "log-kept-a-year": [
    change("log-group", "retentionInDays", 30),
    change("log-group", "retentionInDays", 364),
    change("log-group", "retentionInDays", "90"),
  ],
  "removal-protected": [
    change("cluster", "deletionProtection", false),
    change("plain-cluster", "deletionProtection", undefined),
    change("repository", "forceDelete", true),
  ],
  "volume-one-writer": [
    adding("two writers", deployment("upload"), deployment("resize")),
    adding("two replicas that write", deployment("upload", 2)),
    change("disk", "multiAttachEnabled", true),
    change("app", "compose.services.job", {
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
      image: "${TOWPATH_IMAGE_JOB}",
      user: "10001",
      read_only: true,
      mem_limit: "1g",
      cpus: 1,
      pids_limit: 9,
      logging: { driver: "journald" },
      volumes: ["uploads:/uploads"],
    }),
  ],
};

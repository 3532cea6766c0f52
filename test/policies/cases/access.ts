import { make } from "../good/make";
import { adding, type Cases, change } from "../seed";

const allow = (statement: Record<string, unknown>) =>
  JSON.stringify({ Statement: [{ Effect: "Allow", ...statement }] });
const roles = "arn:aws:iam::111122223333:role/*";
const onRole = (policy: string) => change("role-policy", "policy", policy);
const role = (rule: Record<string, unknown>) => change("cluster-role", "rules", [rule]);
const core = (resources: string[], verbs: string[]) => role({ apiGroups: [""], resources, verbs });

export const ACCESS: Cases = {
  "iam-no-escalation": [
    onRole(allow({ Action: "iam:PassRole", Resource: "*" })),
    onRole(allow({ Action: ["iam:PutRolePolicy"], Resource: [roles] })),
    onRole(allow({ Action: "iam:createpolicyversion", Resource: "*" })),
    change("role", "inlinePolicies.0.policy", allow({ Action: "sts:AssumeRole", Resource: "*" })),
  ],
  "instance-role": [
    change("machine", "iamInstanceProfile", undefined),
    change("machine", "iamInstanceProfile", ""),
    change("machine", "iamInstanceProfile", null),
  ],
  "no-secret-in-tags": [
    change("machine", "tags", { owner: "shop", "db-password": "hunter2" }),
    change("bucket", "tags", { owner: "shop", note: `${"AKIA"}IOSFODNN7EXAMPLE` }),
    change("disk", "tags", { owner: "shop", url: "postgres://app:correcthorse@db/app" }),
  ],
  "registry-read-only": [
    change("role-attachment", "policyArn", "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPowerUser"),
    change("role", "managedPolicyArns", ["arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryFullAccess"]),
    onRole(
      allow({ Action: ["ecr:BatchGetImage", "ecr:PutImage"], Resource: "arn:aws:ecr:::repository/shop" }),
    ),
    onRole(allow({ Action: "ecr:InitiateLayerUpload", Resource: "arn:aws:ecr:::repository/shop" })),
  ],
  "pod-identity-per-workload": [
    change("web-identity", "roleArn", "arn:aws:iam::111122223333:role/worker"),
    change("web-identity", "serviceAccount", "default"),
    change("worker-identity", "roleArn", "arn:aws:iam::111122223333:role/web"),
  ],
  "no-aws-auth": [
    change("config-map", "metadata", { namespace: "kube-system", name: "aws-auth" }),
    adding("another", make("kubernetes:core/v1:ConfigMap", "auth", { metadata: { name: "aws-auth" } })),
    adding("a patch", make("kubernetes:core/v1:ConfigMapPatch", "auth", { metadata: { name: "aws-auth" } })),
  ],
  "rbac-no-escalation": [
    core(["users"], ["get", "impersonate"]),
    role({ apiGroups: ["rbac.authorization.k8s.io"], resources: ["clusterroles"], verbs: ["bind"] }),
    role({ apiGroups: ["rbac.authorization.k8s.io"], resources: ["roles"], verbs: ["list", "escalate"] }),
  ],
  "rbac-no-webhook-control": [
    ["validatingwebhookconfigurations", "create"],
    ["mutatingwebhookconfigurations", "patch"],
    ["mutatingwebhookconfigurations", "delete"],
  ].map(([resource, verb]) =>
    role({ apiGroups: ["admissionregistration.k8s.io"], resources: [resource], verbs: ["get", verb] }),
  ),
  "rbac-no-certificate-approval": [
    ["certificatesigningrequests/approval", "update"],
    ["certificatesigningrequests/approval", "patch"],
    ["signers", "approve"],
  ].map(([resource, verb]) =>
    role({ apiGroups: ["certificates.k8s.io"], resources: [resource], verbs: [verb] }),
  ),
  "rbac-no-secrets": [
    core(["secrets"], ["get"]),
    core(["configmaps", "secrets"], ["list", "watch"]),
    adding(
      "a role of one namespace",
      make("kubernetes:rbac.authorization.k8s.io/v1:Role", "reader", {
        rules: [{ apiGroups: [""], resources: ["secrets"], verbs: ["watch"] }],
      }),
    ),
  ],
  "rbac-no-pod-creation": [
    core(["pods"], ["create"]),
    core(["pods", "services"], ["get", "create"]),
    adding(
      "a role of one namespace",
      make("kubernetes:rbac.authorization.k8s.io/v1:Role", "runner", {
        rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["create", "delete"] }],
      }),
    ),
  ],
  "no-cluster-admin": [
    change("role-binding", "roleRef.name", "cluster-admin"),
    adding(
      "an account for all of the cluster",
      make("kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding", "admin", {
        roleRef: { kind: "ClusterRole", name: "cluster-admin" },
        subjects: [{ kind: "ServiceAccount", name: "ci", namespace: "ci" }],
      }),
    ),
    adding(
      "a group",
      make("kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding", "admins", {
        roleRef: { kind: "ClusterRole", name: "cluster-admin" },
        subjects: [{ kind: "Group", name: "team" }],
      }),
    ),
  ],
  "default-account-unbound": [
    change("role-binding", "subjects.0.name", "default"),
    change("role-binding", "subjects", [
      { kind: "User", name: "default" },
      { kind: "ServiceAccount", name: "default", namespace: "shop" },
    ]),
    adding(
      "for all of the cluster",
      make("kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding", "all", {
        roleRef: { kind: "ClusterRole", name: "view" },
        subjects: [{ kind: "ServiceAccount", name: "default", namespace: "shop" }],
      }),
    ),
  ],
};

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { identityOf } from "../../../cli/recover/identity";
import { ROOT } from "../../harness/equipment";

/** The types of AWS that components make, by the constructors that their sources call. */
function typesMade(): readonly string[] {
  const folder = join(ROOT, "components");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(path =>
    path.endsWith(".ts"),
  );
  const text = files.map(path => readFileSync(join(folder, path), "utf8")).join("\n");
  const tokens = [...text.matchAll(/new aws\.(\w+)\.(\w+)\(/g)].map(
    ([, module, name = ""]) => `aws:${module}/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`,
  );
  return [...new Set(tokens)].sort();
}

/** Those that the component of EKS makes for its cluster (pulumi/pulumi-eks, nodejs/eks/cluster). */
const OF_EKS = [
  "aws:eks/accessEntry:AccessEntry",
  "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
  "aws:eks/cluster:Cluster",
  "aws:iam/role:Role",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
];

/** Inputs that all have a value. */
const inputs = new Proxy<Record<string, unknown>>({}, { get: (_, key) => String(key) });

describe("identityOf", () => {
  it("finds everything of AWS that towpath makes", () => {
    const types = [...typesMade(), ...OF_EKS];
    expect(types.length).toBeGreaterThan(40);
    expect(types.filter(type => identityOf(type, inputs) === undefined)).toEqual([]);
  });

  it.each([
    ["aws:ec2/route:Route", { routeTableId: "rtb-1", destinationCidrBlock: "0.0.0.0/0" }, "rtb-1_0.0.0.0/0"],
    [
      "aws:ec2/volumeAttachment:VolumeAttachment",
      { deviceName: "/dev/sdf", volumeId: "vol-1", instanceId: "i-1" },
      "/dev/sdf:vol-1:i-1",
    ],
    ["aws:eks/addon:Addon", { clusterName: "shop", addonName: "coredns" }, "shop:coredns"],
    [
      "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
      { clusterName: "shop", principalArn: "arn:aws:iam::1:role/x", policyArn: "arn:aws:eks::aws:y" },
      "shop#arn:aws:iam::1:role/x#arn:aws:eks::aws:y",
    ],
    ["kubernetes:apps/v1:Deployment", { metadata: { namespace: "shop", name: "web" } }, "shop/web"],
    ["kubernetes:core/v1:Namespace", { metadata: { name: "shop" } }, "shop"],
    ["kubernetes:helm.sh/v3:Release", { namespace: "traefik", name: "traefik" }, "traefik/traefik"],
  ])("puts the id of %s together as an import wants it", (type, given, id) => {
    expect(identityOf(type, given)).toEqual({ kind: "named", id });
  });

  it("asks for a queue and a topic by the end of what they are called in the account", () => {
    const question = (type: string) => {
      const identity = identityOf(type, { name: "shop" });
      return identity?.kind === "asked" ? identity.words.join(" ") : identity;
    };
    expect(question("aws:sqs/queue:Queue")).toBe(
      "sqs list-queues --queue-name-prefix shop --query QueueUrls[?ends_with(@, '/shop')]",
    );
    expect(question("aws:sns/topic:Topic")).toBe(
      "sns list-topics --query Topics[?ends_with(TopicArn, ':shop')].TopicArn",
    );
  });

  it("finds a bucket by its tags where AWS ends its name, and does not guess what lacks a name", () => {
    const type = "aws:s3/bucket:Bucket";
    expect(identityOf(type, { bucketPrefix: "shop-" })).toEqual({
      kind: "tagged",
      as: "s3 ",
      prefix: "shop-",
    });
    expect(identityOf(type, { bucket: "shop" })).toEqual({ kind: "named", id: "shop" });
    expect(identityOf(type, {})).toBeUndefined();
    expect(identityOf("kubernetes:core/v1:Secret", { metadata: {} })).toBeUndefined();
  });
});

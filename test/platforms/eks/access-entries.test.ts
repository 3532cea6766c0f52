import { describe, expect, it } from "vitest";
import { accessEntries } from "../../../components/platforms/eks/access-entries";

const ops = "arn:aws:iam::123456789012:role/ops";
const team = "arn:aws-cn:iam::123456789012:role/team";

describe("accessEntries", () => {
  it("has one entry a principal, with a policy for each grant and its scope", () => {
    const entries = accessEntries(
      [ops],
      [
        { principalArn: team, policy: "edit", namespaces: ["shop", "jobs"] },
        { principalArn: team, policy: "view" },
        { principalArn: ops, policy: "admin", namespaces: ["shop"] },
      ],
    );
    expect(Object.keys(entries)).toEqual([
      expect.stringMatching(/^admin-[0-9a-f]{8}$/),
      expect.stringMatching(/^team-[0-9a-f]{8}$/),
    ]);
    const [first, second] = Object.values(entries);
    expect(first?.principalArn).toBe(ops);
    expect(first?.accessPolicies).toMatchObject({
      admin: { accessScope: { type: "cluster" } },
      "team-admin": { accessScope: { type: "namespace", namespaces: ["shop"] } },
    });
    expect(second).toEqual({
      principalArn: team,
      accessPolicies: {
        "team-edit": {
          policyArn: "arn:aws-cn:eks::aws:cluster-access-policy/AmazonEKSEditPolicy",
          accessScope: { type: "namespace", namespaces: ["shop", "jobs"] },
        },
        "team-view": {
          policyArn: "arn:aws-cn:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
          accessScope: { type: "cluster" },
        },
      },
    });
  });
});

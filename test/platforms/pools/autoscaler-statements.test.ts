import { describe, expect, it } from "vitest";
import { autoscalerStatements } from "../../../components/platforms/pools/autoscaler-statements";

const statements = autoscalerStatements({
  clusterName: "towpath-shop-test",
  region: "eu-west-1",
  accountId: "123456789012",
});

describe("autoscalerStatements", () => {
  it("have no wildcard action", () => {
    for (const { Action } of statements) for (const action of Action) expect(action).not.toContain("*");
  });

  it("let everything be looked at, and changed only by the cluster's tag", () => {
    const changing = statements.filter(({ Action }) =>
      Action.some(action => !/:(Describe|Get)/.test(action)),
    );
    expect(changing).toHaveLength(1);
    expect(changing[0]?.Resource).not.toContain("*");
    expect(changing[0]?.Condition).toEqual({
      StringEquals: { "aws:ResourceTag/k8s.io/cluster-autoscaler/towpath-shop-test": "owned" },
    });
  });

  it("see the node groups of this cluster alone", () => {
    const groups = statements.find(({ Action }) => Action.includes("eks:DescribeNodegroup"));
    expect(groups?.Resource).toEqual(["arn:aws:eks:eu-west-1:123456789012:nodegroup/towpath-shop-test/*"]);
  });
});

import { describe, expect, it } from "vitest";
import { CATALOG } from "../../components/addons/catalog";
import type { PolicyStatement } from "../../components/registry/policy-statement";
import { contexts } from "./contexts";

const GRANTS = { accountId: "123456789012", bucketArn: "arn:aws:s3:::shop-test-logs" };

/** Every distinct statement of every add-on, with the add-on's key. */
const statements: readonly (readonly [string, PolicyStatement])[] = Object.values(CATALOG).flatMap(addon => {
  const all = contexts().flatMap(context => addon.access?.(context)?.statements(GRANTS) ?? []);
  const distinct = new Map(all.map(one => [JSON.stringify(one), one]));
  return [...distinct.values()].map(one => [`${addon.key} ${one.Sid}`, one] as const);
});

/** Actions that AWS limits to no resource: reading, and logging in. */
const UNLIMITED =
  /^(ec2:(Describe|Get)|elasticloadbalancing:Describe|acm:(Describe|List)|route53:ListHostedZones|ecr:GetAuthorizationToken$)/;

describe("what add-ons may do in AWS", () => {
  it("is there for every controller that calls it", () => {
    const keys = new Set(statements.map(([name]) => name.split(" ")[0]));
    expect([...keys].sort()).toEqual([
      "awsLoadBalancerController",
      "externalDns",
      "externalSecrets",
      "loki",
      "trivyOperator",
      "velero",
    ]);
  });

  it("names every action in full, and has an Sid for each statement", () => {
    for (const [name, { Sid, Action }] of statements) {
      expect(Sid, name).toMatch(/^[A-Za-z]+$/);
      for (const action of Action) expect(action, name).toMatch(/^[a-z0-9-]+:[A-Za-z0-9]+$/);
    }
  });

  it("is on every resource only for what AWS cannot limit", () => {
    for (const [name, { Action, Resource }] of statements)
      if (Resource.includes("*"))
        expect(
          Action.filter(action => !UNLIMITED.test(action)),
          name,
        ).toEqual([]);
  });

  it("is for what carries a tag of the cluster or the stack wherever resources are open", () => {
    const open = statements.filter(([, { Resource }]) =>
      Resource.some(one => one !== "*" && /[/:]\*/.test(one) && !/^arn:aws:s3:::shop-test-logs/.test(one)),
    );
    const untagged = open.filter(
      ([, one]) => !/(Request|Resource)Tag\//.test(JSON.stringify(one.Condition ?? {})),
    );
    expect([...new Set(untagged.map(([name]) => name))].sort()).toEqual([
      // A role of AWS's own, by the service that it is for.
      "awsLoadBalancerController OwnServiceRole",
      // By the beginnings of their names.
      "externalSecrets ReadParameters",
      "externalSecrets ReadSecrets",
    ]);
  });

  it("leaves other stacks' repositories, disks and secrets alone", () => {
    const text = JSON.stringify(statements);
    expect(text).toContain('"aws:ResourceTag/towpath:project":"shop","aws:ResourceTag/towpath:stack":"test"');
    expect(text).toContain("arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/*");
    expect(text).toContain("arn:aws:route53:::hostedzone/Z0123456789ABC");
  });
});

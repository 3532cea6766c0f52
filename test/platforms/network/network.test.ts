import { describe, expect, it } from "vitest";
import { Network, type NetworkArgs } from "../../../components/platforms/network/network";
import { StackKey } from "../../../components/platforms/network/stack-key";
import { only, runComponent, tree } from "../../harness/run-component";

const identity = { project: "shop", stack: "dev", tags: { "towpath:project": "shop" } };
const base: NetworkArgs = { identity, region: "eu-west-1", cidr: "10.20.0.0/16", zones: 1, nat: "none" };
const run = (args: Partial<NetworkArgs> = {}) =>
  runComponent(() => {
    new Network("network", { ...base, ...args });
  });

describe("Network", () => {
  it("is a VPC with one public subnet and nothing that costs money by default", async () => {
    const { resources } = await run();
    expect(tree(resources)).toMatchInlineSnapshot(`
      "pulumi:pulumi:Stack shop-test
        towpath:platforms:Network network
          aws:ec2/defaultSecurityGroup:DefaultSecurityGroup network-closed
          aws:ec2/internetGateway:InternetGateway network-gateway
          aws:ec2/route:Route network-internet
          aws:ec2/routeTable:RouteTable network-public
          aws:ec2/routeTableAssociation:RouteTableAssociation network-public-eu-west-1a
          aws:ec2/subnet:Subnet network-public-eu-west-1a
          aws:ec2/vpc:Vpc network-vpc
      "
    `);
  });

  it("resolves names and closes the default security group", async () => {
    const { resources } = await run();
    expect(only(resources, "aws:ec2/vpc:Vpc").inputs).toMatchObject({
      cidrBlock: "10.20.0.0/16",
      enableDnsSupport: true,
      enableDnsHostnames: true,
    });
    expect(only(resources, "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup").inputs).toMatchObject({
      ingress: [],
      egress: [],
    });
  });

  it("puts the tags on everything that takes them", async () => {
    const { resources } = await run({ zones: 2, nat: "per-zone", flowLogs: {} });
    const untagged = /:(Route|RouteTableAssociation|RolePolicy)$/;
    const custom = resources.filter(({ custom, type }) => custom && !untagged.test(type));
    expect(custom.length).toBeGreaterThan(10);
    for (const { urn, inputs } of custom)
      expect(inputs.tags, urn).toMatchObject({ "towpath:project": "shop" });
  });

  it.each([
    ["single", 2, ["network-private-nat-eu-west-1a"]],
    ["per-zone", 2, ["network-private-nat-eu-west-1a", "network-private-nat-eu-west-1b"]],
  ] as const)("has NAT %s", async (nat, zones, expected) => {
    const { resources } = await run({ nat, zones, forKubernetes: true });
    const gateways = resources.filter(({ type }) => type === "aws:ec2/natGateway:NatGateway");
    expect(gateways.map(({ name }) => name).sort()).toEqual(expected);
    const subnets = resources.filter(({ type }) => type === "aws:ec2/subnet:Subnet");
    const rolesOf = (inputs: Readonly<Record<string, unknown>>) =>
      Object.keys(inputs.tags as object).filter(key => key.startsWith("kubernetes.io"));
    expect(Object.fromEntries(subnets.map(({ name, inputs }) => [name, rolesOf(inputs)]))).toEqual({
      "network-private-eu-west-1a": ["kubernetes.io/role/internal-elb"],
      "network-private-eu-west-1b": ["kubernetes.io/role/internal-elb"],
      "network-public-eu-west-1a": ["kubernetes.io/role/elb"],
      "network-public-eu-west-1b": ["kubernetes.io/role/elb"],
    });
    const routes = resources.filter(
      ({ name, type }) => type === "aws:ec2/route:Route" && name.includes("private"),
    );
    expect(new Set(routes.map(({ inputs }) => inputs.natGatewayId)).size).toBe(expected.length);
  });

  it("keeps flow logs for a year under the given key", async () => {
    const { resources } = await runComponent(() => {
      const key = new StackKey("key", { identity, region: "eu-west-1", kept: true });
      new Network("network", { ...base, flowLogs: { keyArn: key.arn } });
    });
    expect(only(resources, "aws:cloudwatch/logGroup:LogGroup").inputs).toMatchObject({
      retentionInDays: 365,
      kmsKeyId: expect.stringMatching(/^arn:aws:kms:/),
    });
    expect(only(resources, "aws:kms/key:Key").inputs).toMatchObject({ enableKeyRotation: true });
    expect(String(only(resources, "aws:kms/key:Key").inputs.policy)).not.toContain('"AWS":"*"');
    const write = JSON.parse(String(only(resources, "aws:iam/rolePolicy:RolePolicy").inputs.policy));
    for (const resource of write.Statement[0].Resource) expect(resource).toMatch(/^arn:aws:logs:/);
  });
});

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import {
  breakEvenGb,
  ENDPOINT_PRICES,
  endpointServices,
} from "../../../components/platforms/network/endpoint-services";
import { Network } from "../../../components/platforms/network/network";
import { priceBook } from "../../../pricing/price-book";
import { ROOT } from "../../harness/equipment";
import { only, runComponent } from "../../harness/run-component";
import { settingsFor } from "../kubernetes-settings";

const identity = { project: "shop", stack: "dev", tags: { "towpath:project": "shop" } };
const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const eks = { endpoint: { cidrs: ["203.0.113.0/24"] } };
const settings = (network: Record<string, unknown>) =>
  settingsFor("eks", { environment: "prod", eks, network }).network;

/** What a network with these settings has of endpoints. */
async function made(network: Record<string, unknown>, nat: "none" | "single" | "per-zone" = "single") {
  const endpoints = endpointServices(settings(network), 2);
  const { resources } = await runComponent(() => {
    new Network("network", { identity, region: "eu-west-1", cidr: "10.20.0.0/16", zones: 2, nat, endpoints });
  });
  return {
    resources,
    names: resources
      .filter(({ type }) => type === ENDPOINT)
      .map(({ name }) => name)
      .sort(),
  };
}

describe("endpoints of AWS's services", () => {
  it("are that of S3 in every private network, on the routes of all its subnets", async () => {
    const { resources, names } = await made({});
    expect(names).toEqual(["network-endpoints-s3"]);
    expect(only(resources, ENDPOINT).inputs).toMatchObject({
      serviceName: "com.amazonaws.eu-west-1.s3",
      vpcEndpointType: "Gateway",
    });
    expect(only(resources, ENDPOINT).inputs.routeTableIds).toHaveLength(2);
    expect((await made({}, "none")).names).toEqual([]);
    expect((await made({ endpoints: "none" })).names).toEqual([]);
  });

  it("are those of services whose data costs less by them than through NAT", () => {
    const even = breakEvenGb(2);
    const { endpointHour, endpointGb, natGb } = ENDPOINT_PRICES;
    expect(2 * 730 * endpointHour + even * endpointGb).toBeCloseTo(even * natGb);
    const interfaces = (awsDataGb: Record<string, number>) =>
      endpointServices(settings({ awsDataGb }), 2).interfaces;
    expect(interfaces({ sqs: even + 1, logs: even + 1, kms: even - 1 })).toEqual(["logs", "sqs"]);
    expect(endpointServices(settings({ awsDataGb: { logs: even + 1 } }), 3).interfaces).toEqual([]);
  });

  it("are decided by the prices that the estimate has", () => {
    const book = priceBook("us-east-1");
    expect(ENDPOINT_PRICES).toEqual({
      endpointHour: book?.price("interfaceEndpoint").usd,
      endpointGb: book?.price("endpointData").usd,
      natGb: book?.price("natData").usd,
    });
  });

  it("take from when on they are cheaper into the guide", () => {
    const guide = readFileSync(resolve(ROOT, "docs/targets.md"), "utf8");
    expect(guide).toContain(
      `from ${Math.ceil(breakEvenGb(2))} GB a month on with two zones, ${Math.ceil(breakEvenGb(3))} GB with three`,
    );
  });

  it("stand in each zone, behind a door for the network alone, under the service's usual name", async () => {
    const { resources, names } = await made({ endpoints: ["logs", "ecr.dkr"] });
    expect(names).toEqual(["network-endpoints-ecr-dkr", "network-endpoints-logs", "network-endpoints-s3"]);
    const { inputs } = only(resources, ENDPOINT, "logs");
    expect(inputs).toMatchObject({ vpcEndpointType: "Interface", privateDnsEnabled: true });
    expect(inputs.subnetIds).toHaveLength(2);
    expect(inputs.securityGroupIds).toHaveLength(1);
    expect(only(resources, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").inputs).toMatchObject(
      { cidrIpv4: "10.20.0.0/16", fromPort: 443, toPort: 443 },
    );
  });

  it("are refused where there is no private subnet, and for what is no service", () => {
    const refused = (network: Record<string, unknown>) => () =>
      settingsFor("eks", { environment: "dev", eks, network });
    expect(refused({ endpoints: ["logs"] })).toThrow(/towpath:network.endpoints: of no use/);
    expect(refused({ awsDataGb: { logs: 5 } })).toThrow(/towpath:network.awsDataGb: of no use/);
    expect(() => settings({ endpoints: ["s3"] })).toThrow(/not the name of a service/);
    expect(() => settings({ endpoints: ["com.amazonaws/x"] })).toThrow(/not the name of a service/);
  });
});

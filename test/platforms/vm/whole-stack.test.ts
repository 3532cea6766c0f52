import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { Network } from "../../../components/platforms/network/network";
import { StackKey } from "../../../components/platforms/network/stack-key";
import { EcrRegistry } from "../../../components/registry/ecr-registry";
import type { Environment } from "../../../components/settings/common";
import { evaluate } from "../../../policies/evaluate";
import { subjectOf } from "../../../policies/subject";
import { estimate } from "../../../pricing/estimate";
import { runComponent } from "../../harness/run-component";
import { dockerHost, identity } from "./host-fixture";

const region = "us-east-1";
const TODAY = "2026-11-23";
const FILES: Record<string, string> = { "towpath-rollout": "#!/bin/sh\n" };

class App extends pulumi.ComponentResource {
  constructor() {
    super("towpath:test:App", "app", {}, {});
  }
}

/** Network, registry, host and one release, as the docker target puts them together. */
async function stack(environment: Environment) {
  const { resources } = await runComponent(() => {
    const careful = environment !== "dev";
    const key = careful ? { keyArn: new StackKey("key", { identity, region, kept: true }).arn } : {};
    const network = new Network("network", {
      identity,
      region,
      cidr: "10.20.0.0/16",
      zones: 1,
      nat: "none",
      ...(careful ? { flowLogs: key } : {}),
    });
    const registry = new EcrRegistry("registry", { identity, region, environment, ...key });
    registry.repository("web");
    const [zone = ""] = network.zones;
    const [subnetId = ""] = network.publicSubnetIds;
    const { vpcId, ready } = network;
    const host = dockerHost({
      registry,
      network: { vpcId, subnetId, zone, ready },
      detailedMonitoring: careful,
      ...key,
    });
    host.deliver("app", { files: () => pulumi.output(FILES), secrets: { db: "x" } }, new App());
  });
  return resources;
}

describe("a whole stack", () => {
  it.each([
    ["dev", ["advisory egress-limited host-machine-firewall", "advisory flow-logs network-vpc"]],
    ["staging", ["advisory egress-limited host-machine-firewall"]],
    [
      "prod",
      ["advisory bucket-access-logged host-releases-bucket", "advisory egress-limited host-machine-firewall"],
    ],
  ] as const)("breaks no policy of %s, and is advised of what it chose", async (environment, advice) => {
    const subjects = (await stack(environment)).map(subjectOf);
    const { findings, notEvaluated, evaluated } = evaluate(subjects, { environment }, TODAY);
    const said = findings.map(
      ({ rule, level, resource }) => `${level} ${rule} ${resource.split("::").at(-1)}`,
    );
    expect(said).toEqual(advice);
    expect(notEvaluated).toEqual([]);
    expect(evaluated).toBeGreaterThan(20);
  });

  it("costs less than 20 USD a month in dev", async () => {
    const { expectedUsd, ceilingUsd, unpriced } = estimate(await stack("dev"), { region });
    expect(expectedUsd).toBeGreaterThan(10);
    expect(ceilingUsd).toBeLessThanOrEqual(20);
    expect(unpriced.filter(({ type }) => type !== "aws:ssm/parameter:Parameter")).toEqual([]);
  });
});

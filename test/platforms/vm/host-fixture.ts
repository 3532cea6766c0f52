import * as pulumi from "@pulumi/pulumi";
import { DockerHost, type DockerHostArgs } from "../../../components/platforms/vm/docker-host";
import type { Registry } from "../../../components/registry/registry";

export const identity = { project: "shop", stack: "dev", tags: { "towpath:project": "shop" } };

export const registry: Registry = {
  repository: service => pulumi.output(`registry.example.com/${service}`),
  pullStatements: pulumi.output([]),
};

/** A small host of the dev stack with two volumes. */
export function dockerHost(change: Partial<DockerHostArgs> = {}): DockerHost {
  return new DockerHost("host", {
    identity,
    region: "us-east-1",
    network: { vpcId: "vpc-1", subnetId: "subnet-1", zone: "us-east-1a", ready: [] },
    registry,
    instanceType: "t4g.small",
    rootDiskGb: 20,
    detailedMonitoring: false,
    volumes: [
      { key: "data", sizeGb: 10, snapshot: true },
      { key: "cache", sizeGb: 10, snapshot: false },
    ],
    keepVolumes: false,
    snapshotsKept: 7,
    openPorts: [],
    allowedCidrs: ["0.0.0.0/0"],
    keepReleases: 5,
    rolloutTimeoutSeconds: 900,
    ...change,
  });
}

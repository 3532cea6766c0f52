import type { Preview } from "../../../cli/preview/preview";

const stack = "urn:pulumi:dev::towpath::pulumi:pulumi:Stack::towpath-dev";
const host = "urn:pulumi:dev::towpath::towpath:vm:DockerHost::shop";

/** A small preview with one of everything. */
export const SAMPLE: Preview = {
  app: "shop",
  stack: "dev",
  target: "docker",
  date: "2026-11-23",
  region: "us-east-1",
  warnings: ["the attribute `version` is obsolete"],
  resources: [
    {
      urn: "urn:pulumi:dev::towpath::towpath:vm:DockerHost$aws:ec2/instance:Instance::shop-instance",
      type: "aws:ec2/instance:Instance",
      name: "shop-instance",
      parent: host,
      inputs: { instanceType: "t4g.small" },
    },
    {
      urn: "urn:pulumi:dev::towpath::towpath:vm:DockerHost$aws:ebs/volume:Volume::shop-data",
      type: "aws:ebs/volume:Volume",
      name: "shop-data",
      parent: host,
      inputs: { size: 10 },
    },
    { urn: host, type: "towpath:vm:DockerHost", name: "shop", parent: stack, inputs: {} },
    { urn: stack, type: "pulumi:pulumi:Stack", name: "towpath-dev", inputs: {} },
  ],
  report: [
    {
      path: "services.web.ports[0]",
      key: "services.*.ports",
      verdict: "adapted",
      note: "bound to 127.0.0.1",
      at: { file: "compose.yaml", line: 7, column: 9 },
    },
    {
      path: "services.web.privileged",
      key: "services.*.privileged",
      verdict: "adapted",
      note: "withheld: full access to the host; to grant it, add privileged to the service's x-towpath.allow",
    },
    {
      path: "services.api.ports[0]",
      key: "services.*.ports",
      verdict: "adapted",
      note: "bound to 127.0.0.1",
      at: { file: "compose.yaml", line: 21, column: 9 },
    },
    {
      path: "services.web.develop",
      key: "services.*.develop",
      verdict: "ignored",
      note: "for development only",
    },
  ],
  policies: [
    {
      outcome: "violated",
      rule: "imds-v2",
      resource: "urn:pulumi:dev::towpath::towpath:vm:DockerHost$aws:ec2/instance:Instance::shop-instance",
      level: "mandatory",
      message: "the instance answers IMDSv1",
      fix: "Set metadataOptions.httpTokens to required.",
      sources: ["CKV_AWS_79"],
    },
    {
      outcome: "excepted",
      rule: "no-public-ip",
      resource: "urn:pulumi:dev::towpath::towpath:vm:DockerHost$aws:ec2/instance:Instance::shop-instance",
      message: "the instance has a public address",
      reason: "no load balancer in front",
      until: "2027-01-31",
    },
    { outcome: "not-evaluated", rule: "volume-encrypted", resource: host },
  ],
  cost: {
    currency: "USD",
    region: "us-east-1",
    asOf: "2026-11-20",
    expectedUsd: 13.06,
    ceilingUsd: 13.06,
    lines: [
      {
        resource: "shop-instance",
        type: "aws:ec2/instance:Instance",
        what: "t4g.small, on demand",
        quantity: 730,
        unit: "hour",
        unitUsd: 0.0168,
        expectedUsd: 12.264,
        ceilingUsd: 12.264,
        source: "a price list",
      },
      {
        resource: "shop-data",
        type: "aws:ebs/volume:Volume",
        what: "gp3",
        quantity: 10,
        unit: "GB-month",
        unitUsd: 0.08,
        expectedUsd: 0.8,
        ceilingUsd: 0.8,
        source: "a price list",
      },
    ],
    unpriced: [{ type: "x:y:Z", name: "odd", why: "this type has no price here" }],
    warnings: [],
    assumptions: ["730 hours a month"],
  },
  artefacts: [{ kind: "bundle", path: "out/dev/bundle/compose.yaml", bytes: 1200, sha256: "0".repeat(64) }],
};

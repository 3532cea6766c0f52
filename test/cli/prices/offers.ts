/** A product as the Price List answers it, in JSON, with its on-demand tiers from the smallest amount on. */
export interface Offer {
  readonly service: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly unit: string;
  /** Where each tier begins, and its USD. */
  readonly tiers: readonly (readonly [from: string, usd: string])[];
}

const REGION = "eu-north-1";
const PREFIX = "EUN1-";

/** The shape of the real list: a SKU, rate codes that repeat it, amounts as text with ten decimals. */
export function priceListEntry({ service, attributes, unit, tiers }: Offer, at: number): string {
  const sku = `SKU${String(at).padStart(13, "0")}`;
  const term = `${sku}.JRTCKXETXF`;
  const { productFamily, ...rest } = attributes;
  return JSON.stringify({
    product: {
      ...(productFamily === undefined ? {} : { productFamily }),
      attributes: { servicecode: service, ...rest },
      sku,
    },
    serviceCode: service,
    terms: {
      OnDemand: {
        [term]: {
          priceDimensions: Object.fromEntries(
            tiers.map(([beginRange, usd], index) => [
              `${term}.TIER${index}`,
              {
                unit,
                beginRange,
                endRange: tiers[index + 1]?.[0] ?? "Inf",
                description: `$${usd} per ${unit}`,
                appliesTo: [],
                rateCode: `${term}.TIER${index}`,
                pricePerUnit: { USD: Number(usd).toFixed(10) },
              },
            ]),
          ),
          sku,
          effectiveDate: "2026-11-01T00:00:00Z",
          offerTermCode: "JRTCKXETXF",
          termAttributes: {},
        },
      },
    },
    version: "20261127000000",
    publicationDate: "2026-11-27T00:00:00Z",
  });
}

const flat = (service: string, usage: string, unit: string, usd: string, more: Record<string, string> = {}) =>
  tiered(service, usage, unit, [["0", usd]], more);

function tiered(
  service: string,
  usage: string,
  unit: string,
  tiers: Offer["tiers"],
  more: Record<string, string> = {},
): Offer {
  return { service, attributes: { usagetype: PREFIX + usage, regionCode: REGION, ...more }, unit, tiers };
}

const LINUX = { capacitystatus: "Used", operatingSystem: "Linux", preInstalledSw: "NA", tenancy: "Shared" };
const machine = (instanceType: string, usd: string, more: Record<string, string> = {}) =>
  flat("AmazonEC2", `BoxUsage:${instanceType}`, "Hrs", usd, {
    productFamily: "Compute Instance",
    instanceType,
    ...LINUX,
    ...more,
  });

const GP3 = { volumeApiName: "gp3" };
const NAT = { productFamily: "NAT Gateway" };
const ALB = { productFamily: "Load Balancer-Application", operation: "LoadBalancing:Application" };
const NLB = { productFamily: "Load Balancer-Network", operation: "LoadBalancing:Network" };
const OUT = { transferType: "AWS Outbound", fromRegionCode: REGION, toLocation: "External" };

/** What is asked for, and beside it what looks like it and is something else. */
export const OFFERS: readonly Offer[] = [
  machine("t4g.small", "0.0172"),
  machine("t4g.micro", "0.0086"),
  machine("m7g.large", "0.0867"),
  machine("m7g.metal", "1.3872", { productFamily: "Compute Instance (bare metal)" }),
  machine("t4g.small", "0.0356", { operatingSystem: "Windows" }),
  machine("t4g.small", "0.0189", { tenancy: "Dedicated" }),
  machine("t4g.small", "0", { capacitystatus: "AllocatedCapacityReservation" }),
  machine("c9x.large", "0.1"),
  machine("c9x.large", "0.2", { operation: "RunInstances:9999" }),
  flat("AmazonEC2", "EBS:VolumeUsage.gp3", "GB-Mo", "0.0836", GP3),
  flat("AmazonEC2", "EBS:VolumeP-IOPS.gp3", "IOPS-Mo", "0.0052", GP3),
  flat("AmazonEC2", "EBS:VolumeP-Throughput.gp3", "GiBps-mo", "42.8032", GP3),
  flat("AmazonEC2", "EBS:SnapshotUsage", "GB-Mo", "0.049", { productFamily: "Storage Snapshot" }),
  flat("AmazonEC2", "NatGateway-Hours", "Hrs", "0.046", NAT),
  flat("AmazonEC2", "RegionalNatGateway-Hours", "Hrs", "0.099", NAT),
  flat("AmazonEC2", "NatGateway-Bytes", "GB", "0.046", NAT),
  flat("AmazonVPC", "PublicIPv4:InUseAddress", "Hrs", "0.005"),
  flat("AmazonVPC", "PublicIPv4:IdleAddress", "Hrs", "0.006"),
  flat("AmazonVPC", "VpcEndpoint-Hours", "Hrs", "0.011"),
  tiered("AmazonVPC", "VpcEndpoint-Bytes", "GB", [
    ["0", "0.01"],
    ["1048576", "0.006"],
  ]),
  flat("AWSELB", "LoadBalancerUsage", "Hrs", "0.02394", ALB),
  flat("AWSELB", "TS-LoadBalancerUsage", "Hrs", "0.005", ALB),
  flat("AWSELB", "LCUUsage", "LCU-Hrs", "0.008", ALB),
  flat("AWSELB", "LoadBalancerUsage", "Hrs", "0.0239", NLB),
  flat("AWSELB", "LCUUsage", "LCU-Hrs", "0.006", NLB),
  flat("AmazonEKS", "AmazonEKS-Hours:perCluster", "Hours", "0.1"),
  flat("AmazonEKS", "AmazonEKS-Hours:extendedSupport", "Hours", "0.5"),
  flat("AmazonEKS", "Fargate-vCPU-Hours:perCPU", "hours", "0.0445"),
  flat("AmazonEKS", "Fargate-GB-Hours", "hours", "0.0049"),
  flat("AmazonECR", "TimedStorage-ByteHrs", "GB-Mo", "0.1"),
  flat("AmazonECR", "TimedStorage-ByteHrs", "GB-Mo", "0.12", { operation: "Archive" }),
  tiered(
    "AmazonS3",
    "TimedStorage-ByteHrs",
    "GB-Mo",
    [
      ["0", "0.023"],
      ["51200", "0.022"],
    ],
    { volumeType: "Standard" },
  ),
  flat("AmazonS3", "Requests-Tier1", "Requests", "0.000005", { group: "S3-API-Tier1" }),
  flat("AmazonS3", "Requests-Tier2", "Requests", "0.0000004", { group: "S3-API-Tier2" }),
  flat("AmazonEFS", "TimedStorage-ByteHrs", "GB-Mo", "0.33", { storageClass: "General Purpose" }),
  flat("AmazonCloudWatch", "DataProcessing-Bytes", "GB", "0.54"),
  flat("AmazonCloudWatch", "TimedStorage-ByteHrs", "GB-Mo", "0.0324"),
  flat("AmazonCloudWatch", "CW:AlarmMonitorUsage", "Alarms", "0.1"),
  tiered("AmazonCloudWatch", "CW:MetricMonitorUsage", "Metrics", [
    ["0", "0.3"],
    ["10000", "0.1"],
  ]),
  { ...flat("awskms", "", "Keys", "1"), attributes: { usagetype: `${REGION}-KMS-Keys`, regionCode: REGION } },
  tiered(
    "AWSQueueService",
    "Requests-Tier1",
    "Requests",
    [
      ["0", "0"],
      ["1000000", "0.0000004"],
    ],
    { queueType: "Standard" },
  ),
  {
    service: "AmazonRoute53",
    attributes: { usagetype: "HostedZone", productFamily: "DNS Zone" },
    unit: "HostedZone",
    tiers: [
      ["0", "0.5"],
      ["25", "0.1"],
    ],
  },
  tiered(
    "AWSDataTransfer",
    "DataTransfer-Out-Bytes",
    "GB",
    [
      ["0", "0.09"],
      ["10240", "0.085"],
      ["51200", "0.07"],
      ["153600", "0.05"],
    ],
    OUT,
  ),
  flat("AWSDataTransfer", "DataTransfer-Regional-Bytes", "Terabytes", "10", {
    transferType: "IntraRegion",
    fromRegionCode: REGION,
  }),
];

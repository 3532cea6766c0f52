import type { PriceKey } from "../../pricing/figures";

/** Which product of an answer a figure is read from. */
export interface Wanted {
  /** The usage type without the region's prefix, e.g. `NatGateway-Hours` of `EUC1-NatGateway-Hours`. */
  readonly usage: string;
  /** The units that the product may have, and what one of ours is in each. */
  readonly units: Readonly<Record<string, number>>;
  /** Where the tier begins, in the product's unit. Default: the first tier that is not free. */
  readonly from?: number;
  /** Another figure that is paid besides, and so belongs to this one. */
  readonly above?: PriceKey;
}

/** One question to the price list, and the figures in its answer. */
export interface Asked {
  /** The service's code in the price list. */
  readonly service: string;
  /** Beside the region. */
  readonly filters: Readonly<Record<string, string>>;
  /** What the product names its region by; none for products of no region. Default: `regionCode`. */
  readonly regionField?: "regionCode" | "fromRegionCode" | "none";
  readonly figures: Readonly<Partial<Record<PriceKey, Wanted>>>;
}

const HOURS = { Hrs: 1, hours: 1, Hours: 1 } as const;
const GB = { GB: 1 } as const;
const GB_MONTH = { "GB-Mo": 1, "GB-month": 1 } as const;

/** Sources: the attributes of the products in the AWS Price List, by service. */
export const ASKED: readonly Asked[] = [
  {
    service: "AmazonEC2",
    filters: { volumeApiName: "gp3" },
    figures: {
      gp3Storage: { usage: "EBS:VolumeUsage.gp3", units: GB_MONTH },
      gp3Iops: { usage: "EBS:VolumeP-IOPS.gp3", units: { "IOPS-Mo": 1 } },
      gp3Throughput: {
        usage: "EBS:VolumeP-Throughput.gp3",
        units: { "GiBps-mo": 1 / 1024, "MiBps-mo": 1 },
      },
    },
  },
  {
    service: "AmazonEC2",
    filters: { productFamily: "Storage Snapshot" },
    figures: { snapshot: { usage: "EBS:SnapshotUsage", units: GB_MONTH } },
  },
  {
    service: "AmazonEC2",
    filters: { productFamily: "NAT Gateway" },
    figures: {
      natGateway: { usage: "NatGateway-Hours", units: HOURS },
      natData: { usage: "NatGateway-Bytes", units: GB },
    },
  },
  {
    service: "AmazonVPC",
    filters: {},
    figures: {
      publicIpv4: { usage: "PublicIPv4:InUseAddress", units: HOURS },
      interfaceEndpoint: { usage: "VpcEndpoint-Hours", units: HOURS },
      endpointData: { usage: "VpcEndpoint-Bytes", units: GB },
    },
  },
  {
    service: "AWSELB",
    filters: { productFamily: "Load Balancer-Application" },
    figures: {
      alb: { usage: "LoadBalancerUsage", units: HOURS },
      albLcu: { usage: "LCUUsage", units: { "LCU-Hrs": 1 } },
    },
  },
  {
    service: "AWSELB",
    filters: { productFamily: "Load Balancer-Network" },
    figures: {
      nlb: { usage: "LoadBalancerUsage", units: HOURS },
      nlbLcu: { usage: "LCUUsage", units: { "LCU-Hrs": 1 } },
    },
  },
  {
    service: "AmazonEKS",
    filters: {},
    figures: {
      eksStandard: { usage: "AmazonEKS-Hours:perCluster", units: HOURS },
      eksExtended: { usage: "AmazonEKS-Hours:extendedSupport", units: HOURS, above: "eksStandard" },
      fargateVcpu: { usage: "Fargate-vCPU-Hours:perCPU", units: HOURS },
      fargateMemory: { usage: "Fargate-GB-Hours", units: { ...HOURS, "GB-Hours": 1 } },
    },
  },
  {
    service: "AmazonECR",
    filters: {},
    figures: { ecrStorage: { usage: "TimedStorage-ByteHrs", units: GB_MONTH } },
  },
  {
    service: "AmazonS3",
    filters: { volumeType: "Standard" },
    figures: { s3Storage: { usage: "TimedStorage-ByteHrs", units: GB_MONTH } },
  },
  {
    service: "AmazonS3",
    filters: { group: "S3-API-Tier1" },
    figures: { s3Put: { usage: "Requests-Tier1", units: { Requests: 1000 } } },
  },
  {
    service: "AmazonS3",
    filters: { group: "S3-API-Tier2" },
    figures: { s3Get: { usage: "Requests-Tier2", units: { Requests: 1000 } } },
  },
  {
    service: "AmazonEFS",
    filters: { storageClass: "General Purpose" },
    figures: { efsStorage: { usage: "TimedStorage-ByteHrs", units: GB_MONTH } },
  },
  {
    service: "AmazonCloudWatch",
    filters: {},
    figures: {
      logsIngestion: { usage: "DataProcessing-Bytes", units: GB },
      logsStorage: { usage: "TimedStorage-ByteHrs", units: GB_MONTH },
      alarm: { usage: "CW:AlarmMonitorUsage", units: { Alarms: 1 } },
      customMetric: { usage: "CW:MetricMonitorUsage", units: { Metrics: 1 } },
    },
  },
  {
    service: "awskms",
    filters: {},
    figures: { kmsKey: { usage: "KMS-Keys", units: { Keys: 1, keys: 1 } } },
  },
  {
    service: "AWSSecretsManager",
    filters: {},
    figures: { secret: { usage: "AWSSecretsManager-Secrets", units: { Secrets: 1 } } },
  },
  {
    service: "AWSQueueService",
    filters: { queueType: "Standard" },
    figures: { sqsRequests: { usage: "Requests-Tier1", units: { Requests: 1_000_000 } } },
  },
  {
    service: "AmazonRoute53",
    filters: { productFamily: "DNS Zone" },
    regionField: "none",
    figures: { hostedZone: { usage: "HostedZone", units: { HostedZone: 1 } } },
  },
  {
    service: "AWSDataTransfer",
    filters: { transferType: "AWS Outbound" },
    regionField: "fromRegionCode",
    figures: {
      dataOut: { usage: "DataTransfer-Out-Bytes", units: GB },
      dataOutNext40Tb: { usage: "DataTransfer-Out-Bytes", units: GB, from: 10_240 },
      dataOutNext100Tb: { usage: "DataTransfer-Out-Bytes", units: GB, from: 51_200 },
    },
  },
  {
    service: "AWSDataTransfer",
    filters: { transferType: "IntraRegion" },
    regionField: "fromRegionCode",
    figures: { crossZoneData: { usage: "DataTransfer-Regional-Bytes", units: GB } },
  },
];

import type { PolicyStatement } from "../../registry/policy-statement";

/**
 * What ExternalDNS may do: find zones, which AWS cannot limit, and write records of the given ones. A zone is named
 * by its id, which tells more than a tag: zones outlive clusters and belong to none. Source: ExternalDNS, "AWS".
 */
export function route53Statements(zoneIds: readonly string[]): PolicyStatement[] {
  const zones = zoneIds.map(id => `arn:aws:route53:::hostedzone/${id}`);
  return [
    {
      Sid: "FindZones",
      Effect: "Allow",
      Action: ["route53:ListHostedZones", "route53:ListHostedZonesByName"],
      Resource: ["*"],
    },
    {
      Sid: "WriteRecords",
      Effect: "Allow",
      Action: [
        "route53:ChangeResourceRecordSets",
        "route53:ListResourceRecordSets",
        "route53:ListTagsForResource",
        "route53:ListTagsForResources",
      ],
      Resource: zones,
    },
  ];
}

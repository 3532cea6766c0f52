/** Regions whose zones are not simply a, b, c. Source: AWS, "Availability Zones" in the EC2 user guide. */
const SUFFIXES: Readonly<Record<string, string>> = {
  "ap-northeast-1": "acd",
  "ca-central-1": "abd",
  "us-west-1": "ac",
};

/** The names of a region's first zones, 1 to 3; data rather than a question to AWS, so that a preview needs none. */
export function availabilityZones(region: string, count: number): readonly string[] {
  return [...(SUFFIXES[region] ?? "abc")].slice(0, count).map(suffix => `${region}${suffix}`);
}

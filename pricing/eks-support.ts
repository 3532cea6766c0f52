/**
 * The last day of EKS standard support of each Kubernetes minor version, as published on 2026-11-23; the
 * control plane costs six times as much in the twelve months after it.
 * Source: AWS documentation, by way of aws-samples' list of 2026-04-24.
 */
export const EKS_STANDARD_SUPPORT_ENDS: Readonly<Record<string, string>> = {
  "1.32": "2026-03-23",
  "1.33": "2026-07-29",
  "1.34": "2026-12-02",
  "1.35": "2027-03-27",
};

/** Where a version stands on a day (ISO date); `unlisted` is newer than the list. */
export type EksSupport = "standard" | "extended" | "unlisted";

/** A version older than every listed one is past standard support. */
export function eksSupport(version: string, today: string): EksSupport {
  const ends = EKS_STANDARD_SUPPORT_ENDS[version];
  if (ends !== undefined) return today <= ends ? "standard" : "extended";
  const oldest = Math.min(...Object.keys(EKS_STANDARD_SUPPORT_ENDS).map(minorOf));
  return minorOf(version) < oldest ? "extended" : "unlisted";
}

const minorOf = (version: string): number => Number(version.split(".")[1]);

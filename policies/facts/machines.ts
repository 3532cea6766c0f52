import { gunzipSync } from "node:zlib";
import type { PolicyResource } from "../subject";
import { isOn, isRecord, listAt, numberAt, textAt } from "./read";

/** An EC2 instance, or the launch template that instances are made from. */
export interface Machine {
  readonly httpTokens: string | undefined;
  readonly hopLimit: number | undefined;
  readonly sshKey: string | undefined;
  readonly hasPublicAddress: boolean;
  /** Metrics every minute. */
  readonly isMonitored: boolean;
  /** Cloud-init text, decoded. */
  readonly userData: string | undefined;
}

const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const TYPES = ["aws:ec2/instance:Instance", "aws:ec2/spotInstanceRequest:SpotInstanceRequest", TEMPLATE];

export function machinesOf({ type, props }: PolicyResource): readonly Machine[] {
  if (!TYPES.includes(type)) return [];
  return [
    {
      get httpTokens() {
        return textAt(props, "metadataOptions.httpTokens");
      },
      get hopLimit() {
        return numberAt(props, "metadataOptions.httpPutResponseHopLimit");
      },
      get sshKey() {
        return textAt(props, "keyName");
      },
      get hasPublicAddress() {
        const cards = listAt(props, "networkInterfaces").filter(isRecord);
        return [props, ...cards].some(one => isOn(one, "associatePublicIpAddress"));
      },
      get isMonitored() {
        return isOn(props, type === TEMPLATE ? "monitoring.enabled" : "monitoring");
      },
      get userData() {
        // A launch template's user data is always encoded; an instance says which it is.
        const plain = textAt(props, "userData");
        return plain === undefined || type === TEMPLATE
          ? decoded(plain ?? textAt(props, "userDataBase64"))
          : plain;
      },
    },
  ];
}

const GZIP = Buffer.from([0x1f, 0x8b]);

function decoded(base64: string | undefined): string | undefined {
  if (base64 === undefined) return undefined;
  const bytes = Buffer.from(base64, "base64");
  return (bytes.subarray(0, 2).equals(GZIP) ? gunzipSync(bytes) : bytes).toString("utf8");
}

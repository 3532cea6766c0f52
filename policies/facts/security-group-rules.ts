import type { PolicyResource } from "../subject";
import { listAt, numberAt, textAt, textsAt } from "./read";

/** One firewall rule, whether it stands inside its group or by itself. */
export interface SecurityGroupRule {
  readonly direction: "ingress" | "egress";
  readonly description: string | undefined;
  /** True when it is for every address of the internet. */
  readonly isForWorld: boolean;
  /** `-1` or `all`: every protocol and port. */
  readonly allProtocols: boolean;
  readonly fromPort: number;
  readonly toPort: number;
}

type Direction = SecurityGroupRule["direction"];

const WORLD = ["0.0.0.0/0", "::/0"];
const GROUPS = ["aws:ec2/securityGroup:SecurityGroup", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"];
/** Rules that are resources: the direction is fixed by the type, or stands in the input `type`. */
const SINGLE: Readonly<Record<string, (props: PolicyResource["props"]) => Direction>> = {
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": () => "ingress",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": () => "egress",
  "aws:ec2/securityGroupRule:SecurityGroupRule": props =>
    textAt(props, "type") === "egress" ? "egress" : "ingress",
};

export function securityGroupRulesOf({ type, props }: PolicyResource): readonly SecurityGroupRule[] {
  const direction = SINGLE[type]?.(props);
  if (direction !== undefined) return [ruleOf(direction, props)];
  if (!GROUPS.includes(type)) return [];
  return (["ingress", "egress"] as const).flatMap(way => listAt(props, way).map(one => ruleOf(way, one)));
}

function ruleOf(direction: Direction, of: unknown): SecurityGroupRule {
  return {
    direction,
    get description() {
      return textAt(of, "description");
    },
    get isForWorld() {
      const single = [textAt(of, "cidrIpv4"), textAt(of, "cidrIpv6")];
      const listed = [...textsAt(of, "cidrBlocks"), ...textsAt(of, "ipv6CidrBlocks")];
      return [...single, ...listed].some(cidr => cidr !== undefined && WORLD.includes(cidr));
    },
    get allProtocols() {
      return ["-1", "all"].includes(textAt(of, "protocol") ?? textAt(of, "ipProtocol") ?? "");
    },
    get fromPort() {
      return numberAt(of, "fromPort") ?? 0;
    },
    get toPort() {
      return numberAt(of, "toPort") ?? 65_535;
    },
  };
}

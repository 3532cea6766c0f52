/** A port that the world may reach beside the proxy's. */
export interface OpenPort {
  readonly port: number;
  readonly protocol: "tcp" | "udp";
  /** Whose port it is. */
  readonly service: string;
}

/** One rule of a security group, as `aws.ec2.SecurityGroup` takes it. */
export interface Rule {
  readonly description: string;
  readonly protocol: string;
  readonly fromPort: number;
  readonly toPort: number;
  readonly cidrBlocks: string[];
  readonly ipv6CidrBlocks: string[];
}

const PROXY_PORTS: readonly OpenPort[] = [
  { port: 80, protocol: "tcp", service: "the proxy, redirects and ACME" },
  { port: 443, protocol: "tcp", service: "the proxy" },
];

/** What may reach the host: the proxy and the app's own open ports, from the given CIDR blocks. */
export function ingressRules(openPorts: readonly OpenPort[], allowedCidrs: readonly string[]): Rule[] {
  return [...PROXY_PORTS, ...openPorts].map(({ port, protocol, service }) => ({
    description: described(`${protocol} ${port} of ${service}`),
    protocol,
    fromPort: port,
    toPort: port,
    cidrBlocks: allowedCidrs.filter(cidr => !cidr.includes(":")),
    ipv6CidrBlocks: allowedCidrs.filter(cidr => cidr.includes(":")),
  }));
}

/** The host fetches images, updates and secrets, and its app may call any service. */
export const EGRESS_RULES: Rule[] = [
  {
    description: "Images, updates, secrets and what the app calls",
    protocol: "-1",
    fromPort: 0,
    toPort: 0,
    cidrBlocks: ["0.0.0.0/0"],
    ipv6CidrBlocks: [],
  },
];

/** EC2 takes 255 characters of a small set as a rule's description. */
function described(text: string): string {
  return text.replace(/[^a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]/g, "-").slice(0, 255);
}

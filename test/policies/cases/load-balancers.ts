import { make } from "../good/make";
import { adding, type Cases, change } from "../seed";

const MODERN = "ELBSecurityPolicy-TLS13-1-2-2021-06";
const balancer = (props: Record<string, unknown>) =>
  make("aws:alb/loadBalancer:LoadBalancer", "second", {
    dropInvalidHeaderFields: true,
    accessLogs: { bucket: "logs", enabled: true },
    enableDeletionProtection: true,
    tags: { owner: "shop" },
    ...props,
  });

export const LOAD_BALANCERS: Cases = {
  "listener-tls-version": [
    change("listener", "sslPolicy", undefined),
    change("listener", "sslPolicy", "ELBSecurityPolicy-TLS13-1-0-2021-06"),
    change("listener", "sslPolicy", "ELBSecurityPolicy-TLS-1-1-2017-01"),
    adding(
      "TLS 1.1 for TCP",
      make("aws:lb/listener:Listener", "tls", { protocol: "TLS", sslPolicy: MODERN.replace("1-2", "1-1") }),
    ),
  ],
  "load-balancer-drops-headers": [
    change("balancer", "dropInvalidHeaderFields", false),
    change("balancer", "dropInvalidHeaderFields", undefined),
    adding("another", balancer({ dropInvalidHeaderFields: undefined })),
  ],
  "load-balancer-logged": [
    change("balancer", "accessLogs", undefined),
    change("balancer", "accessLogs.enabled", false),
    adding("one for TCP", balancer({ loadBalancerType: "network", accessLogs: { bucket: "logs" } })),
  ],
  "load-balancer-protected": [
    change("balancer", "enableDeletionProtection", false),
    change("balancer", "enableDeletionProtection", undefined),
    adding("another", balancer({ enableDeletionProtection: false })),
  ],
  "plain-http-redirected": [
    change("ingress-rule-tls", "securityGroupId", "sg-other"),
    change("group", "ingress.0", {
      protocol: "tcp",
      fromPort: 80,
      toPort: 80,
      cidrBlocks: ["0.0.0.0/0"],
      description: "HTTP",
    }),
    change("ingress-rule-tls", "cidrIpv4", "10.0.0.0/8"),
  ],
  "subnet-no-public-address": [
    change("subnet", "mapPublicIpOnLaunch", true),
    change("subnet", "mapPublicIpOnLaunch", "true"),
    adding("another", make("aws:ec2/subnet:Subnet", "open", { mapPublicIpOnLaunch: true })),
  ],
};

import { securityGroupRulesOf } from "../facts/security-group-rules";
import { defineRule } from "../rule";

/** SSH, Telnet, Docker, remote desktop, WinRM, the Kubernetes API, etcd and the kubelet. */
const ADMIN_PORTS = [22, 23, 2375, 2376, 2379, 3389, 5985, 6443, 10_250];
/** A range wider than this is meant as "all ports". */
const WIDEST = 10_000;

export const noOpenAdminPort = defineRule({
  id: "no-open-admin-port",
  severity: "mandatory",
  sources: ["CKV_AWS_24", "CKV_AWS_25", "CKV_AWS_277"],
  title: "No way in for administrators from everywhere",
  why: "Open SSH and remote desktop ports are tried day and night; the hosts are reached through Systems Manager instead.",
  fix: "remove the rule, or name the networks that may enter",
  facts: subject => securityGroupRulesOf(subject).filter(({ direction }) => direction === "ingress"),
  fault: ({ isForWorld, allProtocols, fromPort, toPort }) => {
    if (!isForWorld) return undefined;
    if (allProtocols || toPort - fromPort > WIDEST) return "everyone may reach every port";
    const open = ADMIN_PORTS.filter(port => fromPort <= port && port <= toPort);
    return open.length > 0 ? `everyone may reach port ${open.join(" and ")}` : undefined;
  },
});

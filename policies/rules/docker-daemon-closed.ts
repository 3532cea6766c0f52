import { dockerDaemonsOf } from "../facts/docker-daemon";
import { textsAt } from "../facts/read";
import { defineRule } from "../rule";

export const dockerDaemonClosed = defineRule({
  id: "docker-daemon-closed",
  severity: "mandatory",
  sources: ["CD-2.5", "CD-2.7"],
  title: "The Docker daemon has no socket on the network and no plain registry",
  why: "A TCP socket is root on the host for whoever reaches it, and a registry without TLS hands out what the network likes.",
  fix: "remove tcp:// from hosts, and insecure-registries, in daemon.json",
  facts: dockerDaemonsOf,
  fault: daemon => {
    const open = textsAt(daemon, "hosts").filter(host => host.startsWith("tcp://"));
    const plain = textsAt(daemon, "insecure-registries");
    if (open.length > 0) return `the daemon listens on ${open.join(", ")}`;
    return plain.length > 0 ? `the daemon trusts ${plain.join(", ")} without TLS` : undefined;
  },
});

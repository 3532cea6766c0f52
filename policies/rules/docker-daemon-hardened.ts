import { dockerDaemonsOf } from "../facts/docker-daemon";
import { recordAt } from "../facts/read";
import { defineRule } from "../rule";

const WANTED = { icc: false, "live-restore": true, "no-new-privileges": true, "userland-proxy": false };

export const dockerDaemonHardened = defineRule({
  id: "docker-daemon-hardened",
  severity: "mandatory-outside-dev",
  sources: ["CD-2.2", "CD-2.13", "CD-2.14", "CD-2.15", "CD-2.16"],
  title: "The Docker daemon is set up strictly",
  why: "Docker's defaults let containers talk to each other and gain privileges, fill the disk with logs, and stop with the daemon.",
  fix: "set icc and userland-proxy to false, live-restore and no-new-privileges to true, and log-opts.max-size in daemon.json",
  facts: dockerDaemonsOf,
  fault: daemon => {
    const wrong = Object.entries(WANTED).flatMap(([key, value]) => (daemon[key] === value ? [] : [key]));
    const unbounded = recordAt(daemon, "log-opts")["max-size"] === undefined ? ["log-opts.max-size"] : [];
    const all = [...wrong, ...unbounded];
    return all.length > 0 ? `daemon.json leaves ${all.join(", ")} as Docker has it` : undefined;
  },
});

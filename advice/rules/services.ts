import { onScale, type Rule, type Scale } from "../rule";

/** Twenty services are about what one Compose file keeps readable and one machine keeps running. */
const scale: Scale = { lever: "services", unit: "services", upTo: [20, 20], step: 1 };

export const services: Rule = {
  number: 1,
  id: "services",
  rule: "Up to 20 running services are at home in one Compose file on one machine; beyond that Kubernetes pays.",
  scale,
  judge: ({ app }) => ({
    evidence: `${app.services} running services and ${app.jobs} that run to their end`,
    points: onScale(scale, app.services),
  }),
};

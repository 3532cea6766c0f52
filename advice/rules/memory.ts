import { onScale, type Rule, type Scale } from "../rule";

const scale: Scale = { lever: "memoryGb", unit: "GiB", upTo: [28, 112], step: 0.01 };

export const memory: Rule = {
  number: 7,
  id: "memory",
  rule: "What asks for up to 28 GiB fits one machine of 32 GiB with room for releases; four of those are what a small cluster carries.",
  scale,
  judge: ({ app }) => ({
    evidence: `all services together ask for ${app.memoryGb} GiB`,
    least: app.memoryGb <= scale.upTo[0] ? "docker" : "k3s",
    points: onScale(scale, app.memoryGb),
  }),
};

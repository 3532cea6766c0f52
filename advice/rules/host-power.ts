import type { Rule } from "../rule";

const SHOWN = 3;

export const hostPower: Rule = {
  number: 11,
  id: "host-power",
  rule: "What Kubernetes refuses in the Compose file must change before a cluster can run it.",
  ruledOutBy: { lever: "refusedKeys", unit: "keys that Kubernetes refuses" },
  judge: ({ refused }) => {
    const keys = refused.kubernetes;
    if (keys.length === 0) return { evidence: "Kubernetes can do everything that the file asks for" };
    const more = keys.length > SHOWN ? ` and ${keys.length - SHOWN} more` : "";
    return { evidence: `Kubernetes refuses ${keys.slice(0, SHOWN).join(", ")}${more}`, most: "docker" };
  },
};

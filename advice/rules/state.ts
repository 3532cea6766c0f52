import type { Rule } from "../rule";

export const state: Rule = {
  number: 8,
  id: "state",
  rule: "A service that owns a volume runs once, wherever it runs: no target makes it survive its disk's zone, only a replica or a managed database does.",
  judge: ({ app }) => {
    const names = app.stateful.join(", ");
    if (app.stateful.length === 0) return { evidence: "no service owns data: each may run many times" };
    const single =
      app.stateful.length === 1 ? "is a single point of failure" : "are single points of failure";
    return { evidence: `${names} ${single} on every path` };
  },
};

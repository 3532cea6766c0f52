import type { Rule } from "../rule";

export const boards: Rule = {
  number: 12,
  id: "boards",
  rule: "Boards at the edge join a K3s cluster, and nothing else.",
  ruledOutBy: { lever: "onBoards", unit: "services on boards" },
  judge: ({ app: { onBoards } }) =>
    onBoards.length === 0
      ? { evidence: "no service asks for a board at the edge" }
      : { evidence: `boards at the edge are to run ${onBoards.join(", ")}`, least: "k3s", most: "k3s" },
};

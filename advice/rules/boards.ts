import type { Rule } from "../rule";

export const boards: Rule = {
  number: 12,
  id: "boards",
  rule: "Boards at the edge join a K3s cluster, and nothing else.",
  judge: ({ app: { onBoards } }) =>
    onBoards.length === 0
      ? { evidence: "no service asks for a board at the edge" }
      : { evidence: `${onBoards.join(", ")} asked for on boards at the edge`, least: "k3s", most: "k3s" },
};

import { EDGE_LABEL } from "../lib/edge";
import type { Values } from "./addon";
import type { AddonContext } from "./addon-context";

/**
 * Keeps an add-on's pods off boards outside AWS. Their taint does so for all that tolerate nothing; this is for pods
 * that a chart has tolerate every taint.
 */
export function offBoards({ edge }: Pick<AddonContext, "edge">): Values {
  if (!edge) return {};
  const matchExpressions = [{ key: EDGE_LABEL, operator: "DoesNotExist" }];
  const nodeSelectorTerms = [{ matchExpressions }];
  return {
    affinity: {
      nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } },
    },
  };
}

import type { Identity } from "../../settings/identity";

/** SSM parameters through which servers hand out what only they know. */
export interface ParameterNames {
  /** Lets a machine join as a server; servers alone read it. */
  readonly token: string;
  /** Lets a machine join as an agent, and pins the cluster's certificate authority. */
  readonly agentToken: string;
  readonly kubeconfig: string;
  /** K3s release that the first server runs; agents start with the same. */
  readonly version: string;
}

/** What a parameter holds until the first server has written it. */
export const PENDING = "pending";

/** The parameters of a stack's cluster. */
export function parameterNames({ project, stack }: Identity): ParameterNames {
  const path = `/towpath/${project}/${stack}/k3s`;
  return {
    token: `${path}/token`,
    agentToken: `${path}/agent-token`,
    kubeconfig: `${path}/kubeconfig`,
    version: `${path}/version`,
  };
}

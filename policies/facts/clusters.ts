import type { PolicyResource } from "../subject";
import { listAt, read, textAt, textsAt } from "./read";
import { isA } from "./resource-kinds";

/** An EKS control plane, by `@pulumi/eks` or plain. */
export interface Cluster {
  readonly version: string | undefined;
  readonly hasPublicEndpoint: boolean;
  /** Who reaches the public endpoint; AWS takes an absent list for everyone. */
  readonly publicCidrs: readonly string[];
  readonly encryptsSecrets: boolean;
  readonly logTypes: readonly string[];
  readonly authenticationMode: string | undefined;
  readonly supportType: string | undefined;
}

export function clustersOf(subject: PolicyResource): readonly Cluster[] {
  if (!isA("cluster", subject)) return [];
  const { type, props } = subject;
  // The plain resource keeps in `vpcConfig` and `accessConfig` what the component has at the top.
  const plain = type === "aws:eks/cluster:Cluster";
  const network = plain ? "vpcConfig." : "";
  return [
    {
      get version() {
        return textAt(props, "version");
      },
      get hasPublicEndpoint() {
        return read(props, `${network}endpointPublicAccess`) !== false;
      },
      get publicCidrs() {
        return textsAt(props, `${network}publicAccessCidrs`);
      },
      get encryptsSecrets() {
        return plain ? encryptsSecrets(props) : isThere(props, "encryptionConfigKeyArn");
      },
      get logTypes() {
        return textsAt(props, "enabledClusterLogTypes");
      },
      get authenticationMode() {
        return textAt(props, plain ? "accessConfig.authenticationMode" : "authenticationMode");
      },
      get supportType() {
        return textAt(props, "upgradePolicy.supportType");
      },
    },
  ];
}

/** A key is a key, also when its ARN is known only after the update. */
function isThere(props: PolicyResource["props"], key: string): boolean {
  return typeof props[key] === "string" && props[key] !== "";
}

function encryptsSecrets(props: PolicyResource["props"]): boolean {
  return listAt({ all: [read(props, "encryptionConfig")].flat() }, "all").some(one =>
    textsAt(one, "resources").includes("secrets"),
  );
}

import type { Fields } from "./fields";

/** User and group: nobody in particular; any number but 0 would do. */
export const HELPER_USER = 65_532;

/** A container of towpath's own, as small and as locked up as they come. */
export function helperContainer(
  name: string,
  image: string,
  command: readonly string[],
  fields: Fields = {},
): Fields {
  return {
    name,
    image,
    imagePullPolicy: "IfNotPresent",
    command,
    resources: {
      requests: { cpu: "10m", memory: "16Mi", "ephemeral-storage": "16Mi" },
      limits: { cpu: "100m", memory: "128Mi", "ephemeral-storage": "64Mi" },
    },
    securityContext: {
      runAsNonRoot: true,
      runAsUser: HELPER_USER,
      runAsGroup: HELPER_USER,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    },
    ...fields,
  };
}

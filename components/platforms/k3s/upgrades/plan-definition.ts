import { CRD } from "./upgrade-names";

/**
 * The definition of Plans, so that Plans can be made before the controller runs. The controller brings the schema of
 * its release when it starts.
 */
export const PLAN_DEFINITION = {
  metadata: { name: CRD },
  spec: {
    group: "upgrade.cattle.io",
    names: { kind: "Plan", listKind: "PlanList", plural: "plans", singular: "plan" },
    scope: "Namespaced",
    versions: [
      {
        name: "v1",
        served: true,
        storage: true,
        subresources: { status: {} },
        schema: {
          openAPIV3Schema: {
            type: "object",
            properties: {
              spec: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
              status: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
            },
          },
        },
      },
    ],
  },
};

import { z } from "zod";
import { addonSettings } from "./addons";

/** A group of people; those that Kubernetes keeps for itself hold everybody, or the cluster's own parts. */
const group = z
  .string()
  .min(1)
  .max(253)
  .regex(
    /^(?!system:)\S+$/,
    "not a team's group; write the name of a group of people, which never starts with system:",
  );

/** Settings of the Kubernetes workload, whatever the cluster. */
export const kubernetesShape = {
  /** Namespace of the app. Default: the Compose project's name. */
  namespace: z
    .string()
    .regex(
      /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/,
      "not a namespace name; write lower-case letters, digits and -",
    )
    .optional(),
  /**
   * Groups, as the cluster's log-in names them, that may see (`view`) and change (`edit`) what is in the app's
   * namespace, by Kubernetes' own roles of these names. Default: none.
   */
  team: z.strictObject({ view: z.array(group).default([]), edit: z.array(group).default([]) }).prefault({}),
  /**
   * The namespace's ResourceQuota and LimitRange: what the app may need at most, rollouts and autoscaling included,
   * and `headroomPercent` beside it, 0 to 1000, default 100; or `false` for none.
   */
  quota: z
    .union([z.literal(false), z.strictObject({ headroomPercent: z.int().min(0).max(1000).default(100) })])
    .prefault({}),
  addons: addonSettings.prefault({}),
};

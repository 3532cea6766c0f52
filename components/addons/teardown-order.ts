import type { Addon, AddonKey } from "./addon";
import { DRAINED, type Drained } from "./drain/drained";

/** An add-on, and what stands before it. */
export interface AddonStep {
  readonly kind: "addon";
  readonly addon: Addon;
  readonly after: readonly AddonKey[];
  readonly drains: readonly Drained[];
}

/** A drain, and the controllers that stand before it. */
export interface DrainStep {
  readonly kind: "drain";
  readonly what: Drained;
  readonly after: readonly AddonKey[];
}

/** A destroy goes through the steps from the last to the first. */
export type Step = AddonStep | DrainStep;

/**
 * Add-ons in the given order, each drain right after the last controller whose work it undoes. What comes later has
 * its load balancers and volumes drained before those controllers go.
 */
export function teardownOrder(addons: readonly Addon[], drained: readonly Drained[] = DRAINED): Step[] {
  const on = new Set(addons.map(({ key }) => key));
  const steps: Step[] = [];
  const made: Drained[] = [];
  const drainIf = (ready: (controllers: readonly Addon[]) => boolean) => {
    for (const what of drained) {
      const controllers = addons.filter(({ makes }) => makes?.includes(what));
      if (made.includes(what) || !ready(controllers)) continue;
      made.push(what);
      steps.push({ kind: "drain", what, after: controllers.map(({ key }) => key) });
    }
  };
  drainIf(controllers => controllers.length === 0);
  for (const addon of addons) {
    const after = addon.after.filter(key => on.has(key));
    steps.push({ kind: "addon", addon, after, drains: [...made] });
    drainIf(controllers => controllers.at(-1) === addon);
  }
  return steps;
}

/** What controllers of a cluster make outside of Pulumi's state, and only they take away again. */
export const DRAINED = ["load-balancers", "volumes"] as const;
export type Drained = (typeof DRAINED)[number];

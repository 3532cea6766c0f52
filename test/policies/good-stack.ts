import type { PolicyResource } from "../../policies/subject";
import { ACCESS } from "./good/access";
import { CLUSTERS } from "./good/clusters";
import { COMPOSE } from "./good/compose";
import { KUBERNETES } from "./good/kubernetes";
import { MACHINES } from "./good/machines";
import { NETWORK } from "./good/network";
import { STORAGE } from "./good/storage";

/** A stack with at least one good resource for every rule. */
export const GOOD: readonly PolicyResource[] = [
  ...NETWORK,
  ...MACHINES,
  ...STORAGE,
  ...ACCESS,
  ...CLUSTERS,
  ...KUBERNETES,
  ...COMPOSE,
];

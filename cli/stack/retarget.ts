import { isOfOtherTargets } from "../../components/settings/of-other-targets";
import type { Mapping } from "./read-yaml";

const NAMESPACE = "towpath:";
const TARGET = `${NAMESPACE}target`;

/**
 * A stack's written config without what belongs to other targets, once the command line names another one: so a
 * stack can be looked at on each target without a file for each. `changed` is the config with the overrides in.
 */
export function retargeted(written: Mapping, changed: Mapping): Mapping {
  const target = changed[TARGET];
  if (typeof target !== "string" || target === written[TARGET]) return written;
  return Object.fromEntries(
    Object.entries(written).filter(
      ([key]) => !key.startsWith(NAMESPACE) || !isOfOtherTargets(key.slice(NAMESPACE.length), target),
    ),
  );
}

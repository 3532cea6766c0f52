import { DEVELOP_KEYS } from "../../../app/spec-keys/develop";
import { ignored } from "../../shared/verdicts";
import type { Support } from "../../verdict";

type DevelopKey = (typeof DEVELOP_KEYS)[number];
const watch = ignored("for docker compose watch on a developer's machine");

/** Kubernetes: `services.*.develop`, none of which is for servers. */
export const DEVELOP_SUPPORT = Object.fromEntries(DEVELOP_KEYS.map(key => [key, watch])) as Readonly<
  Record<DevelopKey, Support>
>;

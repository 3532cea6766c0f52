import { DEVELOP_KEYS } from "../../../app/spec-keys/develop";
import { ignored } from "../../shared/verdicts";
import type { Support } from "../../verdict";

const watch = ignored("for docker compose watch on a developer's machine");

/** Docker host: `services.*.develop`, none of which is for servers. */
export const DEVELOP_SUPPORT = Object.fromEntries(DEVELOP_KEYS.map(key => [key, watch])) as Readonly<
  Record<(typeof DEVELOP_KEYS)[number], Support>
>;

import type { Path } from "../path";
import { patterns } from "../pattern";
import type { Problems } from "../problems";
import type { Tree } from "../tree";
import { longBuild, longContexts, longSsh, textOrFlag } from "./build";
import { longDependsOn } from "./depends-on";
import { longDevice } from "./device";
import { longEnvFiles } from "./env-file";
import { longExtends } from "./extends";
import { longExternal } from "./external";
import { longFileReference } from "./file-reference";
import { longGpus } from "./gpus";
import { namesToKeys, textToList, withoutEmpty } from "./lists";
import { longPorts } from "./ports";
import { longSchedule } from "./schedule";
import { checkUlimit } from "./ulimit";
import { longMount } from "./volume";

/** Where a value stands, and where to tell what is wrong or old about it. */
export interface LongFormContext {
  readonly path: Path;
  readonly problems: Problems;
  readonly warn: (text: string) => void;
}

/** Gives the long form of a value; a value that is in long form already stays as it is. */
export type LongForm = (value: Tree, at: LongFormContext) => Tree;

const CONTAINER: Readonly<Record<string, LongForm>> = {
  env_file: longEnvFiles,
  label_file: textToList,
  gpus: longGpus,
  networks: namesToKeys,
  models: namesToKeys,
  "volumes.*": longMount,
  "devices.*": longDevice,
  "secrets.*": longFileReference,
  "configs.*": longFileReference,
  "ulimits.*": checkUlimit,
};

const WORKLOAD: Readonly<Record<string, LongForm>> = {
  ...CONTAINER,
  dns: withoutEmpty,
  build: longBuild,
  "build.secrets.*": longFileReference,
  "build.provenance": textOrFlag,
  "build.sbom": textOrFlag,
  "build.additional_contexts": longContexts,
  "build.ssh": longSsh,
  "build.ulimits.*": checkUlimit,
  depends_on: longDependsOn,
  extends: longExtends,
  ports: longPorts,
};

/** Every short form of the specification, by path. */
export const LONG_FORMS = patterns<LongForm>({
  ...under("services.*", WORKLOAD),
  ...under("services.*.pre_start.*", { ...CONTAINER, dns: textToList }),
  ...under("jobs.*", WORKLOAD),
  "jobs.*.triggers.schedule.*": longSchedule,
  "services.*.develop.watch.*.ignore": textToList,
  "services.*.develop.watch.*.include": textToList,
  "volumes.*": longExternal,
  "networks.*": longExternal,
  "secrets.*": longExternal,
  "configs.*": longExternal,
});

function under(prefix: string, table: Readonly<Record<string, LongForm>>): Record<string, LongForm> {
  return Object.fromEntries(Object.entries(table).map(([path, form]) => [`${prefix}.${path}`, form]));
}

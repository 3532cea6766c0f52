import { shortVolume } from "../canonical/volume-text";
import { type Pattern, patterns, under } from "../pattern";
import { textOf } from "../text";
import { isList, isMap, type Tree, type TreeMap } from "../tree";
import { byField, byKey, byText, type Indexer, uniqueEntries } from "./unique";

const volume = byField("target", text => {
  const parsed = shortVolume(text);
  return typeof parsed === "string" ? undefined : parsed.target;
});
const device = byField("target", text => text.split(":")[1] ?? text);
const envFile = byField("path", text => text);

const mountedAt = (folder: string): Indexer => {
  return entry => {
    if (typeof entry === "string") return `${folder}/${entry}`;
    if (!isMap(entry)) return undefined;
    return typeof entry.target === "string" ? entry.target : `${folder}/${textOf(entry.source ?? null)}`;
  };
};

const port: Indexer = entry => {
  if (!isMap(entry)) return byText(entry);
  if (entry.target === undefined) return undefined;
  const part = (key: string, absent: string): string => {
    const value = entry[key];
    return value === undefined ? absent : textOf(value);
  };
  return `${part("host_ip", "0.0.0.0")}:${part("published", "")}:${part("target", "")}/${part("protocol", "tcp")}`;
};

/** Lists in which a later entry takes the place of an earlier one of the same key. */
const UNIQUE = patterns<Indexer>({
  "networks.*.labels": byKey,
  "services.*.annotations": byKey,
  "services.*.build.args": byKey,
  "services.*.build.additional_contexts": byKey,
  "services.*.build.tags": byKey,
  "services.*.build.labels": byKey,
  "services.*.cap_add": byKey,
  "services.*.cap_drop": byKey,
  "services.*.configs": mountedAt(""),
  "services.*.deploy.labels": byKey,
  "services.*.devices": device,
  "services.*.dns": byKey,
  "services.*.dns_opt": byKey,
  "services.*.dns_search": byKey,
  "services.*.environment": byKey,
  "services.*.env_file": envFile,
  "services.*.expose": byText,
  "services.*.labels": byKey,
  "services.*.links": byKey,
  "services.*.networks.*.aliases": byKey,
  "services.*.networks.*.link_local_ips": byKey,
  "services.*.ports": port,
  "services.*.profiles": byKey,
  "services.*.secrets": mountedAt("/run/secrets"),
  "services.*.sysctls": byKey,
  "services.*.tmpfs": byKey,
  "services.*.volumes": volume,
});

/** Drops what later entries of the lists of a model replace. Changes the model. */
export function enforceUnicity(model: TreeMap): void {
  for (const key in model) model[key] = visit(model[key] ?? null, under(UNIQUE, key));
}

function visit(value: Tree, at: Pattern<Indexer> | undefined): Tree {
  if (at === undefined) return value;
  if (isList(value)) return at.rule === undefined ? value : uniqueEntries(value, at.rule);
  if (isMap(value)) for (const key in value) value[key] = visit(value[key] ?? null, under(at, key));
  return value;
}

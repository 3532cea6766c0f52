import { isIP } from "node:net";
import type { Path } from "./path";
import { type Pattern, patterns, under } from "./pattern";
import type { Problems } from "./problems";
import { isList, isMap, type Tree, type TreeMap } from "./tree";

type Rule = (value: Tree, path: Path, problems: Problems) => void;

const volume: Rule = (value, path, problems) => {
  if (!isMap(value) || value.external !== true) return;
  const other = Object.keys(value).filter(
    key => key !== "name" && key !== "external" && !key.startsWith("x-"),
  );
  for (const key of other) {
    problems.add(
      [...path, key],
      `\`${key}\` says how to make a volume that \`external\` says is there`,
      "remove one",
    );
  }
};

function fileObject(...sources: readonly string[]): Rule {
  const all = sources.map(key => `\`${key}\``).join(", ");
  return (value, path, problems) => {
    if (!isMap(value) || problems.touch(path)) return;
    const given = sources.filter(key => value[key] !== undefined);
    if (given.length > 1)
      problems.add(path, `${given.join(" and ")} exclude each other`, `write one of ${all}`);
    if (given.length === 0 && value.driver === undefined && value.external === undefined) {
      problems.add(path, "it says nowhere what is in it", `write one of ${all}`);
    }
  };
}

const port: Rule = (value, path, problems) => {
  if (!isMap(value) || typeof value.host_ip !== "string") return;
  if (isIP(value.host_ip) === 0 || value.host_ip.includes("%")) {
    problems.add(
      [...path, "host_ip"],
      `\`${value.host_ip}\` is no IP address`,
      "write one such as 127.0.0.1",
    );
  }
};

const watchedPath: Rule = (value, path, problems) => {
  if (value === "") problems.add(path, "the path is empty", "write what to watch");
};

const deviceRequest: Rule = (value, path, problems) => {
  if (!isMap(value) || value.count === undefined || value.device_ids === undefined) return;
  problems.add(path, "count and device_ids exclude each other", "write one of them");
};

const mount: Rule = (value, path, problems) => {
  if (!isMap(value) || value.type !== "bind" || value.source !== undefined) return;
  problems.add(path, "a bind mount has no source", "write `source: ./folder`");
};

const RULES = patterns<Rule>({
  "volumes.*": volume,
  "configs.*": fileObject("file", "environment", "content"),
  "secrets.*": fileObject("file", "environment"),
  "services.*.ports.*": port,
  "services.*.volumes.*": mount,
  "services.*.pre_start.*.volumes.*": mount,
  "jobs.*.volumes.*": mount,
  "services.*.develop.watch.*.path": watchedPath,
  "services.*.deploy.resources.reservations.devices.*": deviceRequest,
  "services.*.gpus.*": deviceRequest,
});

/** Checks of one part of the model that its schema cannot say. */
export function checkModel(model: TreeMap, problems: Problems): void {
  visit(model, [], RULES, problems);
}

function visit(value: Tree, path: Path, at: Pattern<Rule> | undefined, problems: Problems): void {
  if (at === undefined) return;
  at.rule?.(value, path, problems);
  if (isMap(value)) {
    for (const key in value) visit(value[key] ?? null, [...path, key], under(at, key), problems);
  } else if (isList(value)) {
    for (const [index, entry] of value.entries()) visit(entry, [...path, index], under(at, index), problems);
  }
}

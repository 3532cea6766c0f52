import { z } from "zod";
import { nearest } from "../../lib/nearest";
import { serviceExtension, volumeExtension } from "../extension";
import type { App } from "../model";
import type { Path } from "./path";
import type { Problems } from "./problems";

type ZodIssue = z.core.$ZodIssue;

/** Checks every `x-towpath` of services and volumes. */
export function checkExtensions(app: App, problems: Problems): void {
  for (const [name, service] of Object.entries(app.services)) {
    check(service["x-towpath"], serviceExtension, ["services", name, "x-towpath"], problems);
  }
  for (const [name, volume] of Object.entries(app.volumes ?? {})) {
    check(volume["x-towpath"], volumeExtension, ["volumes", name, "x-towpath"], problems);
  }
}

function check(value: unknown, schema: z.ZodType, path: Path, problems: Problems): void {
  if (value === undefined) return;
  const result = schema.safeParse(value);
  for (const issue of result.error?.issues ?? []) note(issue, path, schema, problems);
}

function note(issue: ZodIssue, path: Path, schema: z.ZodType, problems: Problems): void {
  const at = [...path, ...issue.path.filter(step => typeof step !== "symbol")];
  if (issue.code === "invalid_union") {
    const branch = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
    for (const inner of branch) note(inner, at, schema, problems);
    if (branch.length > 0) return;
  }
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) noteUnknown(key, at, knownKeys(schema, issue.path), problems);
    return;
  }
  const [wrong = issue.message, instead = "see docs/x-towpath.schema.json"] = issue.message.split("; ");
  problems.add(at, wrong, instead);
}

function noteUnknown(key: string, at: Path, known: readonly string[], problems: Problems): void {
  const close = nearest(key, known);
  const instead =
    close === undefined ? `remove it; known here: ${known.join(", ")}` : `did you mean \`${close}\`?`;
  problems.add([...at, key], `the key \`${key}\` is not known here`, instead);
}

/** The keys that a schema knows at a path, with all alternatives of a union taken together. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: z.core.JSONSchema.BaseSchema[] = [z.toJSONSchema(schema, { io: "input" })];
  for (const step of path) {
    at = alternatives(at).flatMap(one => {
      const next = typeof step === "string" ? one.properties?.[step] : one.items;
      return typeof next === "object" && !Array.isArray(next) ? [next] : [];
    });
  }
  return [...new Set(alternatives(at).flatMap(one => Object.keys(one.properties ?? {})))].sort();
}

function alternatives(schemas: readonly z.core.JSONSchema.BaseSchema[]): z.core.JSONSchema.BaseSchema[] {
  return schemas.flatMap(schema => [schema, ...(schema.anyOf ?? []).filter(one => typeof one === "object")]);
}

function depth(issues: readonly ZodIssue[]): number {
  return Math.max(...issues.map(issue => issue.path.length + (issue.code === "invalid_type" ? 0 : 1)));
}

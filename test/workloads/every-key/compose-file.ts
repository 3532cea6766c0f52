import fc from "fast-check";
import { ALLOWANCES } from "../../../components/app/extension";
import { SERVICE_VALUES } from "./service-values";
import { sparse } from "./sparse";
import { TOP_LEVEL_VALUES } from "./top-level-values";

type Mapping = Record<string, unknown>;

/** Of two keys that exclude each other, the second goes. */
const EXCLUSIVE: readonly (readonly [string, string])[] = [
  ["network_mode", "networks"],
  ["scale", "container_name"],
  ["deploy", "container_name"],
  ["deploy", "scale"],
  ["deploy", "cpus"],
  ["deploy", "mem_limit"],
  ["deploy", "mem_reservation"],
  ["deploy", "pids_limit"],
];

const extension = fc.oneof(
  fc.constant({}),
  fc.constant({ "x-towpath": { allow: [...ALLOWANCES] } }),
  fc.constantFrom<object>({ "x-towpath": { ingress: { port: 80 } } }, { "x-towpath": { size: "large" } }),
);

/** A valid Compose file whose service `app` has the key, and a few others by chance. */
export function fileWithServiceKey(key: string): fc.Arbitrary<Mapping> {
  const sections = sparse(TOP_LEVEL_VALUES, {
    required: Object.keys(TOP_LEVEL_VALUES).filter(section => section !== "version"),
    most: 1,
  });
  return fc
    .tuple(sparse(SERVICE_VALUES, { required: [key], most: 3 }), extension, sections, fc.boolean())
    .map(([service, more, top, firm]) => composeFile(key, { ...service, ...more }, top, firm));
}

/** `firm`: the other service is ready for being depended on, and the top level has more than is used. */
function composeFile(key: string, written: Mapping, top: Mapping, firm: boolean): Mapping {
  const gone = EXCLUSIVE.filter(([a, b]) => a in written && b in written).map(([a, b]) =>
    b === key ? a : b,
  );
  const kept = Object.entries(written).filter(([name]) => !gone.includes(name));
  const app = { ...Object.fromEntries(kept) };
  if (!("image" in app) && !("build" in app)) app.image = "ghcr.io/example/app:1";
  const other = {
    image: "ghcr.io/example/other:1",
    user: "1000",
    ...(firm && { healthcheck: { test: "true" }, networks: ["front", "back"] }),
  };
  return { ...trimmed(top, JSON.stringify([app, other]), firm), services: { app, other } };
}

/** The sections with what the services name, or more. */
function trimmed(top: Mapping, services: string, more: boolean): Mapping {
  const named = (name: string) => new RegExp(`"${name}[":]`).test(services);
  return Object.fromEntries(
    Object.entries(top).flatMap(([section, entries]) => {
      if (typeof entries !== "object" || entries === null) return [[section, entries]];
      const kept = Object.entries(entries).filter(([name]) => named(name) || (more && section === "volumes"));
      return kept.length > 0 ? [[section, Object.fromEntries(kept)]] : [];
    }),
  );
}

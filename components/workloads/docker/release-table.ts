import { shortHash } from "../../lib/names";
import type { PlanFile } from "../references";
import type { ComposeFile, PlannedBackup } from "./docker-plan";
import { listens } from "./plan/listen-address";
import type { Release } from "./release-manifest";

/** A file's name in the bundle: by its content, so that whatever it is called on the host does not matter. */
export function blobName(file: PlanFile): string {
  return shortHash(file.content, 32);
}

/**
 * `release.tsv`: the manifest as the rollout reads it with the shell alone. A row is a kind and its fields,
 * separated by tabs, `-` for none, in the order in which they are worked through.
 */
export function releaseTable(release: Release): string {
  const rows = [
    ["project", release.plan.project],
    ...serviceRows(release),
    ...secretRows(release),
    ...hostRows(release),
  ];
  return rows.map(row => `${row.join("\t")}\n`).join("");
}

function serviceRows({ plan, images }: Release): string[][] {
  return [
    ...plan.services.map(({ name, strategy, replicas, follows }) => [
      "service",
      name,
      strategy,
      String(replicas),
      follows.join(",") || "-",
      serviceHash(plan.compose, name),
      listens(plan.compose.services[name]?.ports) ? "listens" : "-",
    ]),
    ...plan.services.map(({ name, pull }) => ["image", name, images[name] ?? "-", pull]),
  ];
}

function secretRows({ plan, parameters }: Release): string[][] {
  return [
    ...plan.secrets.map(({ name }) => ["secret", name, parameters[name] ?? "-"]),
    ...plan.secretPlacements.map(place => {
      const { kind, secret, path } = place;
      return kind === "variable"
        ? ["place", kind, secret, path, place.variable]
        : ["place", kind, secret, path, octal(place.mode), place.uid, place.gid];
    }),
  ];
}

function hostRows({ plan }: Release): string[][] {
  return [
    ...plan.volumes.map(({ key }) => ["volume", key]),
    ...plan.externalNetworks.map(name => ["network", name]),
    ...(plan.login === undefined ? [] : [["login", plan.login.host, plan.login.user, plan.login.path]]),
    ...plan.files.map(file => ["file", blobName(file), file.path, octal(file.mode), file.encoding ?? "text"]),
    ...(plan.proxy?.backends ?? []).map(({ name, service, port }) => [
      "backend",
      name,
      service ?? "-",
      String(port),
    ]),
    ...plan.services.flatMap(({ name, dependsOn }) => dependsOn.map(on => ["depends", name, on])),
    ...plan.backups.map(({ kind, name, keep, calendar, overdueHours }) => [
      "backup",
      kind,
      name,
      String(keep),
      calendar,
      String(overdueHours),
    ]),
    ...plan.backups.flatMap(dumpRows),
    ...plan.jobs.map(({ name, calendar }) => ["job", name, calendar]),
  ];
}

/** A row for each command of a dump, its words in base64, for they may hold anything. */
function dumpRows(backup: PlannedBackup): string[][] {
  if (backup.kind === "volumes") return [];
  const { name, command, restore = [], verify = [] } = backup;
  return Object.entries({ command, restore, verify }).flatMap(([use, words]) =>
    words.length === 0
      ? []
      : [["dump", name, use, ...words.map(word => Buffer.from(word).toString("base64"))]],
  );
}

function octal(mode: number): string {
  return mode.toString(8).padStart(4, "0");
}

/** Changes when the service's own part of the Compose file does, with the networks and volumes that it names. */
function serviceHash({ services, networks = {}, volumes = {} }: ComposeFile, name: string): string {
  const service = services[name] ?? {};
  const mounts = Array.isArray(service.volumes) ? service.volumes : [];
  const joined = entriesOf(networks, Object.keys(Object(service.networks)));
  const mounted = entriesOf(
    volumes,
    mounts.flatMap(mount => Object(mount).source ?? []),
  );
  return shortHash(JSON.stringify([service, joined, mounted]), 16);
}

/** The entries of a section that are named, by name. */
function entriesOf(section: Readonly<Record<string, unknown>>, names: readonly string[]): readonly unknown[] {
  const there = [...new Set(names)].filter(name => Object.hasOwn(section, name)).sort();
  return there.map(name => [name, section[name]]);
}

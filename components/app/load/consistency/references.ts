import { nearest } from "../../../lib/nearest";
import type { Service } from "../../model/service";
import type { Path } from "../path";
import type { Checked } from "./consistency";

interface Reference {
  readonly kind: "network" | "volume" | "secret" | "config" | "model";
  readonly name: string;
  readonly path: Path;
}

/** Every network, volume, secret, config, model and service that a service names must be there. */
export function checkReferences(name: string, service: Service, checked: Checked): void {
  const { app, problems } = checked;
  for (const { kind, name: target, path } of referencesOf(service)) {
    const known = app[`${kind}s`] ?? {};
    if (target.startsWith("x-") && path[0] === `${kind}s` && typeof path[1] === "string") {
      problems.add(
        ["services", name, ...path],
        `\`${target}\` is taken for an extension here`,
        "choose another name",
      );
      continue;
    }
    if (target in known) continue;
    const close = nearest(target, Object.keys(known));
    const instead =
      close === undefined ? `define it under top-level \`${kind}s\`` : `did you mean \`${close}\`?`;
    problems.add(["services", name, ...path], `there is no ${kind} \`${target}\``, instead);
  }
  checkServices(name, service, checked);
}

function referencesOf(service: Service): Reference[] {
  const list: Reference[] = [];
  for (const name of Object.keys(service.networks ?? {}))
    list.push({ kind: "network", name, path: ["networks", name] });
  service.volumes?.forEach((mount, index) => {
    if (mount.type !== "volume" || mount.source === undefined) return;
    list.push({ kind: "volume", name: mount.source, path: ["volumes", index] });
  });
  service.build?.secrets?.forEach(({ source = "" }, index) => {
    list.push({ kind: "secret", name: source, path: ["build", "secrets", index] });
  });
  service.configs?.forEach(({ source = "" }, index) => {
    list.push({ kind: "config", name: source, path: ["configs", index] });
  });
  service.secrets?.forEach(({ source = "" }, index) => {
    list.push({ kind: "secret", name: source, path: ["secrets", index] });
  });
  for (const name of Object.keys(service.models ?? {}))
    list.push({ kind: "model", name, path: ["models", name] });
  return list;
}

function checkServices(name: string, service: Service, { app, disabled, problems }: Checked): void {
  for (const [target, { required }] of Object.entries(service.depends_on ?? {})) {
    if (target in app.services || (target in disabled && !required)) continue;
    const path = ["services", name, "depends_on", target];
    if (target in (app.jobs ?? {})) {
      problems.add(path, `\`${target}\` is a job`, "a service can depend on services only");
    } else if (target in disabled) {
      const profiles = disabled[target]?.profiles?.join(", ") ?? "";
      problems.add(path, `\`${target}\` is not active`, `activate one of its profiles (${profiles})`);
    } else
      problems.add(path, `there is no service \`${target}\``, suggestion(target, Object.keys(app.services)));
  }
  const shared = service.network_mode?.startsWith("service:") ? service.network_mode.slice(8) : undefined;
  if (shared !== undefined && !(shared in app.services)) {
    const path = ["services", name, "network_mode"];
    problems.add(path, `there is no service \`${shared}\``, suggestion(shared, Object.keys(app.services)));
  }
}

function suggestion(name: string, known: readonly string[]): string {
  const close = nearest(name, known);
  return close === undefined ? "name a service of this model" : `did you mean \`${close}\`?`;
}

import { isUtf8 } from "node:buffer";
import type { PlanFile, SecretReference } from "../../references";
import type { ContentFile } from "../../shared/content-files";
import { type ServiceFile, serviceSecrets } from "../../shared/service-secrets";
import type { ComposeSection, SecretPlacement } from "../docker-plan";
import { secretPath } from "../host-paths";
import type { ServiceContext } from "./context";
import { releaseFiles } from "./release-files";

export interface PlannedServiceFiles {
  readonly volumes: readonly unknown[];
  /** Entries of the service's `secrets`. */
  readonly mounted: readonly unknown[];
  /** What they refer to, for the file's top level. */
  readonly declared: Readonly<Record<string, ComposeSection>>;
  readonly files: readonly PlanFile[];
  readonly secrets: readonly SecretReference[];
  readonly placements: readonly SecretPlacement[];
}

/** Secrets as tmpfs files, configs as files of the release; both mounted read-only. */
export function planServiceFiles(context: ServiceContext): PlannedServiceFiles {
  const { loaded, name, reporter } = context;
  const files = serviceSecrets(loaded, name, reporter);
  reportOwners(context, files);
  const planned = files.map(file => planFile(name, file));
  return {
    volumes: planned.flatMap(({ volume }) => volume ?? []),
    mounted: planned.flatMap(({ mounted }) => mounted ?? []),
    declared: Object.fromEntries(planned.flatMap(({ declared }) => (declared ? [declared] : []))),
    files: planned.flatMap(({ files }) => files),
    secrets: planned.flatMap(({ secret }) => secret ?? []),
    placements: planned.flatMap(({ placement }) => placement ?? []),
  };
}

/** A config is a file of the release, which root owns, unless its value is kept as a secret. */
function reportOwners({ name, service, reporter }: ServiceContext, files: readonly ServiceFile[]): void {
  const secret = new Set(
    files.flatMap(({ kind, key, content }) => (kind === "config" && content.from === "secret" ? [key] : [])),
  );
  for (const [index, reference] of (service.configs ?? []).entries()) {
    for (const key of ["uid", "gid"] as const) {
      if (reference[key] === undefined || !secret.has(reference.source)) continue;
      const path = ["services", name, "configs", index, key];
      reporter.adapted(`services.*.configs[].${key}`, path, "owner of the host's file, which is a secret's");
    }
  }
}

/** What one secret or config becomes: a file of the release, or a secret in a file of the service's own. */
interface PlannedFile {
  readonly volume?: unknown;
  readonly mounted?: unknown;
  readonly declared?: readonly [string, ComposeSection];
  readonly files: readonly PlanFile[];
  readonly secret?: SecretReference;
  readonly placement?: SecretPlacement;
}

function planFile(service: string, file: ServiceFile): PlannedFile {
  const { target, kind, key, mode, uid = "0", gid = "0" } = file;
  if (file.content.from === "text") {
    const { files, source } = releaseFiles(target, true, [contentFile(file, file.content.text)]);
    return {
      files,
      volume: { type: "bind", source, target, read_only: true, bind: { create_host_path: false } },
    };
  }
  const { reference } = file.content;
  const path = secretPath(service, kind, key);
  const name = `${service}.${kind}.${key}`;
  return {
    files: [],
    mounted: { source: name, target },
    declared: [name, { file: path }],
    secret: reference,
    placement: { kind: "file", secret: reference.name, path, mode, uid, gid },
  };
}

function contentFile(file: ServiceFile, bytes: Buffer): ContentFile {
  const binary = !isUtf8(bytes);
  const content = bytes.toString(binary ? "base64" : "utf8");
  return { path: "", content, binary, mode: file.mode, size: bytes.length };
}

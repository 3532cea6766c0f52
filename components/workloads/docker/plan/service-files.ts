import { isUtf8 } from "node:buffer";
import type { PlanFile, SecretReference } from "../../references";
import type { ContentFile } from "../../shared/content-files";
import { type ServiceFile, serviceSecrets } from "../../shared/service-secrets";
import type { SecretPlacement } from "../docker-plan";
import { secretPath } from "../host-paths";
import type { ServiceContext } from "./context";
import { releaseFiles } from "./release-files";

export interface PlannedServiceFiles {
  readonly volumes: readonly unknown[];
  readonly files: readonly PlanFile[];
  readonly secrets: readonly SecretReference[];
  readonly placements: readonly SecretPlacement[];
}

/** Secrets as tmpfs files, configs as files of the release; both mounted read-only. */
export function planServiceFiles({ loaded, name, reporter }: ServiceContext): PlannedServiceFiles {
  const planned = serviceSecrets(loaded, name, reporter).map(file => planFile(name, file));
  return {
    volumes: planned.map(({ volume }) => volume),
    files: planned.flatMap(({ files }) => files),
    secrets: planned.flatMap(({ secret }) => secret ?? []),
    placements: planned.flatMap(({ placement }) => placement ?? []),
  };
}

function planFile(service: string, file: ServiceFile) {
  const mount = (source: string) => ({
    type: "bind",
    source,
    target: file.target,
    read_only: true,
    bind: { create_host_path: false },
  });
  if (file.content.from === "text") {
    const { files, source } = releaseFiles(file.target, true, [contentFile(file, file.content.text)]);
    return { volume: mount(source), files };
  }
  const { reference } = file.content;
  const path = secretPath(service, file.kind, file.key);
  const { mode, uid = "0", gid = "0" } = file;
  const placement: SecretPlacement = { kind: "file", secret: reference.name, path, mode, uid, gid };
  return { volume: mount(path), files: [], secret: reference, placement };
}

function contentFile(file: ServiceFile, bytes: Buffer): ContentFile {
  const binary = !isUtf8(bytes);
  const content = bytes.toString(binary ? "base64" : "utf8");
  return { path: "", content, binary, mode: file.mode, size: bytes.length };
}

import { existsSync, readFileSync, statSync } from "node:fs";
import type { Loaded } from "../../app/load/loaded";
import type { FileObject } from "../../app/model/file-object";
import type { FileReference } from "../../app/model/file-reference";
import type { SecretReference } from "../references";
import type { ModelPath } from "./model-path";
import type { Reporter } from "./reporter";

/** A top-level secret or config as one service takes it. */
export interface ServiceFile {
  readonly kind: "secret" | "config";
  /** Its key under the top-level `secrets` or `configs`. */
  readonly key: string;
  /** Absolute path in the container. */
  readonly target: string;
  /** Octal permissions. Default 0o444, as in Compose. */
  readonly mode: number;
  readonly uid?: string;
  readonly gid?: string;
  /** A config's own text, or a reference to what must not be written down. */
  readonly content:
    | { readonly from: "text"; readonly text: Buffer }
    | { readonly from: "secret"; readonly reference: SecretReference };
}

/** The secrets and configs of a service. Refuses, through the reporter, a config whose file is not there. */
export function serviceSecrets(loaded: Loaded, service: string, reporter: Reporter): readonly ServiceFile[] {
  const { app } = loaded;
  const taken = (kind: "secret" | "config") =>
    (app.services[service]?.[`${kind}s`] ?? []).flatMap((reference): ServiceFile[] => {
      const object = app[`${kind}s`]?.[reference.source];
      const content = object && contentOf(kind, reference.source, object, reporter);
      return content ? [{ ...placeOf(kind, reference), content }] : [];
    });
  return [...taken("secret"), ...taken("config")];
}

function placeOf(kind: "secret" | "config", reference: FileReference): Omit<ServiceFile, "content"> {
  const folder = kind === "secret" ? "/run/secrets/" : "/";
  const target = reference.target ?? reference.source;
  return {
    kind,
    key: reference.source,
    target: target.startsWith("/") ? target : `${folder}${target}`,
    mode: reference.mode === undefined ? 0o444 : Number.parseInt(reference.mode, 8),
    ...(reference.uid !== undefined && { uid: reference.uid }),
    ...(reference.gid !== undefined && { gid: reference.gid }),
  };
}

function contentOf(
  kind: "secret" | "config",
  key: string,
  object: FileObject,
  reporter: Reporter,
): ServiceFile["content"] | undefined {
  const secret = (source: SecretReference["source"]): ServiceFile["content"] => ({
    from: "secret",
    reference: { name: kind === "secret" ? key : `config/${key}`, source },
  });
  if (object.external === true) {
    const note = "the value's key in the stack's secret towpath:secrets";
    reporter.adapted(`${kind}s.*.name`, [`${kind}s`, key, "name"], note);
    return secret({ kind: "config", key: object.name });
  }
  if (object.environment !== undefined) {
    if (object.content !== undefined) {
      const note = "what the variable holds now; the value is read when the secret is stored";
      reporter.ignored("configs.*.content", ["configs", key, "content"], note);
    }
    return secret({ kind: "environment", variable: object.environment });
  }
  if (object.content !== undefined) return { from: "text", text: Buffer.from(object.content) };
  if (object.file === undefined) return undefined;
  if (kind === "secret") return secret({ kind: "file", path: object.file });
  if (existsSync(object.file) && statSync(object.file).isFile()) {
    return { from: "text", text: readFileSync(object.file) };
  }
  const path: ModelPath = ["configs", key, "file"];
  reporter.refuse(
    "configs.*.file",
    path,
    `${object.file} is not a file`,
    "write the path of the config's file",
  );
  return undefined;
}

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import type { Manifest } from "../../../components/workloads/kubernetes/kubernetes-plan";

const SCHEMAS = resolve(__dirname, "../../../../shared/schemas/k8s");
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
const known = new Map<string, ValidateFunction>();

/** The Kubernetes versions whose strict schemas are here. */
export const versions = ["1.35.0", "1.36.0"].filter(version => existsSync(folderOf(version)));

/** What a version's strict schema finds wrong with a manifest: unknown fields too. */
export function schemaErrors(version: string, manifest: Manifest): readonly string[] {
  const validate = validatorOf(version, manifest);
  const valid: boolean = validate({ ...manifest });
  if (valid) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${manifest.kind} ${manifest.metadata.name}${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** Gateway API is no part of Kubernetes itself, so these schemas do not know it. */
export function isGatewayApi({ apiVersion }: Manifest): boolean {
  return apiVersion.startsWith("gateway.networking.k8s.io/");
}

function validatorOf(version: string, { apiVersion, kind }: Manifest): ValidateFunction {
  const [group = "", level = group] = apiVersion.split("/");
  const short = group === level ? level : `${group.split(".")[0]}-${level}`;
  const file = resolve(folderOf(version), `${kind.toLowerCase()}-${short}.json`);
  const validate = known.get(file) ?? ajv.compile(JSON.parse(readFileSync(file, "utf8")));
  known.set(file, validate);
  return validate;
}

function folderOf(version: string): string {
  return resolve(SCHEMAS, `v${version}-standalone-strict`);
}

import { isUtf8 } from "node:buffer";
import { type ServiceFile, serviceSecrets } from "../shared/service-secrets";
import { CONFIG_MAP_BYTES, configMap } from "./config-map";
import { kubernetesName } from "./kubernetes-name";
import type { Labels } from "./labels";
import { secret } from "./secret";
import { refuseLargeSecretFile } from "./secret-size";
import type { StoragePart } from "./storage";
import type { PlanContext, Workload } from "./workload";

/** The `secrets` and `configs` of a service as files from Secrets and ConfigMaps. */
export function fileParts(context: PlanContext, workload: Workload): readonly StoragePart[] {
  const files = serviceSecrets(context.loaded, workload.name, context.reporter);
  return files.map(file => filePart(context, file));
}

function filePart(context: PlanContext, file: ServiceFile): StoragePart {
  const name = kubernetesName(file.kind, file.key);
  const volume = kubernetesName(file.kind, file.target);
  const mount = { name: volume, mountPath: file.target, subPath: "content", readOnly: true };
  const items = [{ key: "content", path: "content", mode: file.mode }];
  if (file.content.from === "secret") {
    const { reference } = file.content;
    refuseLargeSecretFile(reference, context.reporter);
    return {
      volume: { name: volume, secret: { secretName: name, items } },
      mount,
      manifest: secret(context, name, { content: reference.name }, labelsOf(context, file)),
      shared: true,
      reference,
    };
  }
  const manifest = textConfigMap(context, name, file.key, file.content.text);
  return {
    volume: { name: volume, configMap: { name: manifest.metadata.name, items } },
    mount,
    manifest,
    shared: true,
  };
}

/** `labels` of a config or secret, which Kubernetes takes as annotations. */
function labelsOf({ app }: PlanContext, { kind, key }: ServiceFile): Labels | undefined {
  return app[`${kind}s`]?.[key]?.labels;
}

function textConfigMap(context: PlanContext, name: string, key: string, bytes: Buffer) {
  if (bytes.length > CONFIG_MAP_BYTES) {
    const wrong = `${bytes.length} bytes, more than a ConfigMap's 1 MiB`;
    context.reporter.refuse(
      "configs",
      ["configs", key],
      wrong,
      "put the file into the image, or use a volume",
    );
  }
  const text = isUtf8(bytes) && !bytes.includes(0);
  const labels = context.app.configs?.[key]?.labels;
  return text
    ? configMap(context, name, { content: bytes.toString("utf8") }, {}, labels)
    : configMap(context, name, {}, { content: bytes.toString("base64") }, labels);
}

import { shortHash } from "../../lib/names";
import type { MountClass } from "../shared/classify-mount";
import type { ClassifiedMount } from "./classified-mount";
import { CONFIG_MAP_BYTES, configMap } from "./config-map";
import { kubernetesName } from "./kubernetes-name";
import type { StoragePart } from "./storage";
import type { PlanContext, Workload } from "./workload";

type Content = Extract<MountClass, { kind: "content" }>;

/** A file or folder of the project as a ConfigMap, mounted where the bind mount was. Refuses more than 1 MiB. */
export function contentConfigMap(
  context: PlanContext,
  workload: Workload,
  { mount, index }: ClassifiedMount,
  content: Content,
): readonly StoragePart[] {
  const { reporter } = context;
  const path = ["services", workload.name, "volumes", index];
  const bytes = content.files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > CONFIG_MAP_BYTES) {
    const instead = "put the files into the image, or use a named volume";
    reporter.refuse("services.*.volumes", path, `${bytes} bytes, more than a ConfigMap's 1 MiB`, instead);
    return [];
  }
  const writable = mount.read_only === true ? "" : ", read-only";
  reporter.adapted("services.*.volumes", path, `a ConfigMap with its content${writable}`);
  const target = mount.target ?? "/";
  const name = kubernetesName(workload.resource, "content", target);
  const volume = kubernetesName("content", target);
  const single = content.single ? content.files[0] : undefined;
  const manifest = configMap(context, name, dataOf(content, false), dataOf(content, true));
  return [
    {
      volume: { name: volume, configMap: { name: manifest.metadata.name, items: itemsOf(content) } },
      mount: {
        name: volume,
        mountPath: target,
        ...(single && { subPath: "content" }),
        readOnly: true,
      },
      manifest,
    },
  ];
}

function itemsOf({ files, single }: Content) {
  return files.map(({ path, mode }) => ({ key: keyOf(path), path: single ? "content" : path, mode }));
}

function dataOf({ files }: Content, binary: boolean): Record<string, string> {
  const kept = files.filter(file => file.binary === binary);
  return Object.fromEntries(kept.map(({ path, content }) => [keyOf(path), content]));
}

/** A ConfigMap's key has no `/`; a hash keeps `a/b` and `a-b` apart. */
function keyOf(path: string): string {
  if (path === "") return "content";
  return /^[-._a-zA-Z0-9]+$/.test(path)
    ? path
    : `${path.replace(/[^-._a-zA-Z0-9]+/g, "-")}-${shortHash(path)}`;
}

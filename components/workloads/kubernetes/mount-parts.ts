import { compact } from "../../lib/records";
import type { ReportKey } from "../shared/reporter";
import { claimName } from "./claim-name";
import type { ClassifiedMount } from "./classified-mount";
import { contentConfigMap } from "./content-config-map";
import { kubernetesName } from "./kubernetes-name";
import { bytesQuantity } from "./quantity";
import { scratchPart } from "./scratch-part";
import { usesHostPath } from "./security-level";
import type { StoragePart } from "./storage";
import type { PlanContext, Workload } from "./workload";

const KEY: ReportKey = "services.*.volumes";

/** The folder of a volume that holds its data, apart from what a file system keeps at its root. */
export const DATA_FOLDER = "data";

const IGNORED = {
  development: "the image is built from this folder; a development mount",
  clock: "nodes run on UTC; set TZ in environment for another time zone",
} as const;

/** What one entry of `services.*.volumes` becomes in the pod; reports it. Nothing for what is left out. */
export function mountParts(
  context: PlanContext,
  workload: Workload,
  entry: ClassifiedMount,
): readonly StoragePart[] {
  const { reporter } = context;
  const { mount, index, is } = entry;
  const path = ["services", workload.name, "volumes", index];
  const mountPath = mount.target ?? "/";
  switch (is.kind) {
    case "volume":
      return [claimPart(context, is.key, entry)];
    case "host-data":
      reporter.adapted(KEY, path, `a volume of the app's own, ${is.key}; existing contents are not copied`);
      return [claimPart(context, is.key, entry)];
    case "tmpfs":
      reporter.same(KEY, path, "an emptyDir in memory");
      return [scratchPart(mountPath, tmpfsSize(mount.tmpfs?.size))];
    case "anonymous":
      return anonymousPart(context, workload, entry);
    case "missing":
      reporter.adapted(KEY, path, "not in the project, so an empty folder, as Docker makes one");
      return [scratchPart(mountPath)];
    case "content":
      return contentConfigMap(context, workload, entry, is);
    case "image":
      reporter.adapted(
        KEY,
        path,
        "an image volume, on clusters that mount images (Kubernetes 1.35 and later)",
      );
      return [imagePart(is.image, entry)];
    case "host-path":
      return hostPathPart(context, workload, entry, is.path);
    case "development":
    case "clock":
      reporter.ignored(KEY, path, IGNORED[is.kind]);
      return [];
    case "docker-socket":
    case "unsupported":
      refuse(context, workload, entry);
      return [];
    default:
      return is satisfies never;
  }
}

/** Bytes, where a tmpfs has a size at all. */
function tmpfsSize(size: string | undefined): string | true {
  return Number(size ?? 0) > 0 ? bytesQuantity(Number(size)) : true;
}

/** What a container may write to anyway needs no volume. */
function anonymousPart(
  { reporter }: PlanContext,
  { name, readOnlyRoot }: Workload,
  { mount, index }: ClassifiedMount,
): readonly StoragePart[] {
  const path = ["services", name, "volumes", index];
  const lost = "lost with its pod; name the volume to keep the data";
  if (readOnlyRoot) {
    reporter.adapted(KEY, path, `a scratch folder, ${lost}`);
    return [scratchPart(mount.target ?? "/")];
  }
  reporter.ignored(KEY, path, `the container's own files, with what the image has there, ${lost}`);
  return [];
}

function refuse({ reporter }: PlanContext, { name }: Workload, { index, is }: ClassifiedMount): void {
  const path = ["services", name, "volumes", index];
  if (is.kind === "docker-socket") {
    const instead = "remove the mount; for a proxy, write x-towpath.ingress on the services behind it";
    reporter.refuse(KEY, path, `there is no Docker on a cluster's nodes behind ${is.path}`, instead);
  } else if (is.kind === "unsupported") {
    reporter.refuse(KEY, path, `cannot be carried over: ${is.why}`, "use a named volume or a config");
  }
}

function claimPart({ app }: PlanContext, key: string, { mount }: ClassifiedMount): StoragePart {
  const name = kubernetesName("volume", key);
  const external = app.volumes?.[key]?.external === true;
  const folder = external
    ? mount.volume?.subpath
    : [DATA_FOLDER, mount.volume?.subpath].filter(Boolean).join("/");
  return {
    volume: { name, persistentVolumeClaim: { claimName: claimName(app, key) } },
    mount: compact({
      name,
      mountPath: mount.target ?? "/",
      subPath: folder,
      readOnly: mount.read_only === true ? true : undefined,
    }),
    ...(!external && { claim: key }),
  };
}

function imagePart(reference: string, { mount }: ClassifiedMount): StoragePart {
  const name = kubernetesName("image", mount.target ?? "");
  const subPath = mount.image?.subpath;
  return {
    volume: { name, image: { reference, pullPolicy: "IfNotPresent" } },
    mount: compact({ name, mountPath: mount.target ?? "/", readOnly: true, subPath }),
  };
}

function hostPathPart(
  { reporter }: PlanContext,
  workload: Workload,
  { mount, index, is }: ClassifiedMount,
  source: string,
): readonly StoragePart[] {
  const path = ["services", workload.name, "volumes", index];
  if (!usesHostPath(workload, is)) {
    reporter.withheld(KEY, path, `${source} of the host`, "host-paths");
    return [];
  }
  reporter.adapted(
    KEY,
    path,
    `${source} of whichever node the pod is on, because x-towpath.allow has host-paths`,
  );
  const name = kubernetesName("host", source);
  const readOnly = mount.read_only === true ? true : undefined;
  return [
    {
      volume: { name, hostPath: { path: source } },
      mount: compact({ name, mountPath: mount.target ?? "/", readOnly }),
    },
  ];
}

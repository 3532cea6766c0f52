import { volumeKeys } from "./classified-mount";
import { builtImage } from "./container";
import type { Fields } from "./fields";
import { imageName } from "./image-name";
import type { ScannerException } from "./scanner-exceptions";
import { isReplicated, type Workload } from "./workload";

/** The least number of a user that surely is nobody on a node. Source: Checkov, CKV_K8S_40. */
const HIGH_USER = 10_000;

interface Container {
  readonly image: string;
  readonly imagePullPolicy: string;
  readonly readinessProbe?: unknown;
  readonly livenessProbe?: unknown;
}

/** What scanners find fault with in a service's pods, although it is as it should be. */
export function exceptionsOf(workload: Workload, template: Fields): readonly ScannerException[] {
  const {
    affinity,
    containers,
    initContainers = [],
  } = template.spec as {
    readonly affinity?: { readonly podAntiAffinity?: unknown };
    readonly containers: readonly Container[];
    readonly initContainers?: readonly Container[];
  };
  const { kind, known, mounts, runAs } = workload;
  const checked = containers.some(({ readinessProbe }) => readinessProbe !== undefined);
  const alive = containers.some(({ livenessProbe }) => livenessProbe !== undefined);
  const shares = kind === "Deployment" && volumeKeys(mounts).length > 0;
  const low = runAs.kind === "user" && runAs.uid < HIGH_USER && runAs.uid === known?.uid;
  const found: Readonly<Partial<Record<ScannerException, boolean>>> = {
    "fixed image": areFixed([...initContainers, ...containers]),
    "no liveness": checked && !alive,
    "patient liveness": alive,
    "image's user": low,
    "one writer": shares,
    "one node": shares && isReplicated(workload) && affinity?.podAntiAffinity === undefined,
  };
  return (Object.keys(found) as ScannerException[]).filter(name => found[name]);
}

/** Whether the only images that are not asked for at each start are those that a digest names. */
function areFixed(containers: readonly Container[]): boolean {
  const kept = containers.filter(({ imagePullPolicy }) => imagePullPolicy !== "Always");
  return kept.length > 0 && kept.every(({ image }) => isFixed(image));
}

/** Whether an image is named by digest; one that is built will be. */
export function isFixed(image: string): boolean {
  return imageName(image).digest || image.startsWith(builtImage(""));
}

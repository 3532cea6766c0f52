import type { Fields } from "./fields";
import { helperContainer } from "./helper-container";
import { helperImage } from "./helper-images";
import { DATA_FOLDER } from "./mount-parts";
import type { PodStorage } from "./pod-storage";
import type { PlanContext, Workload } from "./workload";

/**
 * An init container that makes each volume's data folder as the service's own user, so that programs which
 * insist on owning their folder (PostgreSQL) can start without being root. None for root or an unknown user.
 */
export function volumeFolders(
  context: PlanContext,
  { runAs }: Workload,
  { parts }: PodStorage,
): readonly Fields[] {
  const claimed = new Map(
    parts.flatMap(({ claim, volume }) =>
      claim && volume ? [[volume.name, `/volumes/${claim}`] as const] : [],
    ),
  );
  if (runAs.kind !== "user" || claimed.size === 0) return [];
  const folders = [...claimed.values()].map(path => `${path}/${DATA_FOLDER}`);
  const volumeMounts = [...claimed].map(([name, mountPath]) => ({ name, mountPath }));
  const image = helperImage(context, "shell");
  const container = helperContainer("volume-folders", image, ["mkdir", "-p", ...folders], { volumeMounts });
  const {
    runAsUser: _user,
    runAsGroup: _group,
    ...securityContext
  } = container.securityContext as Record<string, unknown>;
  return [{ ...container, securityContext }];
}

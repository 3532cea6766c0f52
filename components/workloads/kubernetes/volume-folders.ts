import type { Fields } from "./fields";
import { HELPER_IMAGE, helperContainer } from "./helper-container";
import { DATA_FOLDER } from "./mount-parts";
import type { PodStorage } from "./pod-storage";
import type { Workload } from "./workload";

/**
 * An init container that makes each volume's data folder as the service's own user, so that programs which
 * insist on owning their folder (PostgreSQL) can start without being root. None for root or an unknown user.
 */
export function volumeFolders({ runAs }: Workload, { parts }: PodStorage): readonly Fields[] {
  const claimed = new Map(
    parts.flatMap(({ claim, volume }) =>
      claim && volume ? [[volume.name, `/volumes/${claim}`] as const] : [],
    ),
  );
  if (runAs.kind !== "user" || claimed.size === 0) return [];
  const folders = [...claimed.values()].map(path => `${path}/${DATA_FOLDER}`);
  const volumeMounts = [...claimed].map(([name, mountPath]) => ({ name, mountPath }));
  const container = helperContainer("volume-folders", HELPER_IMAGE, ["mkdir", "-p", ...folders], {
    volumeMounts,
  });
  const {
    runAsUser: _user,
    runAsGroup: _group,
    ...securityContext
  } = container.securityContext as Record<string, unknown>;
  return [{ ...container, securityContext }];
}

import type { Stack } from "../stack";
import type { PolicyResource } from "../subject";
import { composeServicesOf } from "./compose-services";
import { grouped } from "./grouped";
import { podsOf } from "./pods";
import { isOn, isRecord, listAt, numberAt, read, textAt } from "./read";

/** A volume and who writes to it. */
export interface WrittenVolume {
  readonly what: string;
  readonly writers: readonly string[];
}

const CLAIM = "kubernetes:core/v1:PersistentVolumeClaim";
const DISK = "aws:ebs/volume:Volume";

/** Claims, named volumes of Compose files, and disks that several machines may hold at once. */
export function writtenVolumesOf(subject: PolicyResource, stack: Stack): readonly WrittenVolume[] {
  if (subject.type === DISK)
    return [
      { what: "the disk", writers: isOn(subject.props, "multiAttachEnabled") ? ["several machines"] : [] },
    ];
  return subject.type === CLAIM ? claim(subject, stack) : composeVolumes(subject);
}

/** Storage that is made for many writers is nothing to look at. */
function claim({ props }: PolicyResource, stack: Stack): readonly WrittenVolume[] {
  if (listAt(props, "spec.accessModes").includes("ReadWriteMany")) return [];
  const key = keyOf(read(props, "metadata.namespace"), textAt(props, "metadata.name") ?? "");
  return [{ what: "the volume", writers: stack.derived(podWriters).get(key) ?? [] }];
}

function podWriters(stack: Stack): ReadonlyMap<string, readonly string[]> {
  const all = stack.resources.flatMap(writersAmongPods);
  return new Map([...grouped(all, ({ key }) => key)].map(([key, of]) => [key, of.map(({ who }) => who)]));
}

/** A claim counts for each replica. */
function writersAmongPods(subject: PolicyResource): { readonly key: string; readonly who: string }[] {
  return podsOf(subject).flatMap(({ template, namespace, isLongRunning }) => {
    if (!isLongRunning) return [];
    const claims = listAt(template, "spec.volumes").flatMap(volume =>
      isOn(volume, "persistentVolumeClaim.readOnly")
        ? []
        : (textAt(volume, "persistentVolumeClaim.claimName") ?? []),
    );
    const replicas = Math.max(numberAt(subject.props, "spec.replicas") ?? 1, 1);
    const each = claims.map(name => ({
      key: keyOf(namespace, name),
      who: textAt(subject.props, "metadata.name") ?? subject.name,
    }));
    return each.flatMap(one => Array.from({ length: replicas }, () => one));
  });
}

function composeVolumes(subject: PolicyResource): readonly WrittenVolume[] {
  const all = composeServicesOf(subject).flatMap(({ name: who, service }) =>
    textAt(service, "restart") === "no"
      ? []
      : listAt(service, "volumes")
          .flatMap(writtenName)
          .map(name => ({ name, who })),
  );
  return [...grouped(all, ({ name }) => name)].map(([name, of]) => ({
    what: `volume ${name}`,
    writers: [...new Set(of.map(({ who }) => who))],
  }));
}

/** The named volume that a mount writes to. */
function writtenName(mount: unknown): string[] {
  if (isRecord(mount))
    return textAt(mount, "type") === "volume" && !isOn(mount, "read_only")
      ? [textAt(mount, "source") ?? ""]
      : [];
  const [source = "", , options = ""] = String(mount).split(":");
  return /^[\w][\w.-]*$/.test(source) && !options.split(",").includes("ro") ? [source] : [];
}

const keyOf = (namespace: unknown, name: string): string => `${String(namespace ?? "")}/${name}`;

import type { Service } from "../../app/model/service";
import type { Reporter } from "../shared/reporter";
import type { WellKnownImage } from "./well-known-images";

/** Who a container's program runs as. */
export type RunAs =
  | { readonly kind: "user"; readonly uid: number; readonly gid?: number }
  | { readonly kind: "root" }
  /** Whoever the image says, perhaps root: nobody knows without pulling it. */
  | { readonly kind: "image" };

/**
 * `user:` as numbers, else the user that a well-known image has, else the image's own. A name that only the
 * image could resolve is refused, because a pod takes numbers.
 */
export function runAsOf(
  name: string,
  service: Service,
  known: WellKnownImage | undefined,
  reporter: Reporter,
): RunAs {
  if (service.user === undefined || service.user === "") return imageUser(name, service, known, reporter);
  const [user = "", group] = service.user.split(":");
  const ids = { ...known?.users, root: 0 } as Readonly<Record<string, number>>;
  const uid = numberOf(user, ids);
  const gid = group === undefined ? undefined : numberOf(group, ids);
  const path = ["services", name, "user"];
  if (uid === undefined || (group !== undefined && gid === undefined)) {
    const instead = `write numbers, for example "1000:1000"`;
    reporter.refuse("services.*.user", path, `only the image knows who ${service.user} is`, instead);
    return { kind: "image" };
  }
  if (!/^\d+$/.test(user)) reporter.adapted("services.*.user", path, `${user} is ${uid} in this image`);
  return uid === 0 ? { kind: "root" } : { kind: "user", uid, ...(gid !== undefined && { gid }) };
}

function imageUser(
  name: string,
  service: Service,
  known: WellKnownImage | undefined,
  reporter: Reporter,
): RunAs {
  const path = ["services", name, "user"];
  if (known?.uid !== undefined && service.build === undefined) {
    reporter.adapted("services.*.user", path, `${known.uid}, whom this image has for its program`);
    return { kind: "user", uid: known.uid };
  }
  const note = 'the image\'s own user, perhaps root; name one with a number to run under "restricted"';
  reporter.adapted("services.*.user", path, note);
  return { kind: known === undefined ? "image" : "root" };
}

function numberOf(text: string, ids: Readonly<Record<string, number>>): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  return Object.hasOwn(ids, text) ? ids[text] : undefined;
}

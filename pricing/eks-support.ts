import { supportOf } from "../components/lib/versions/support-of";

/** Where a version stands on a day (ISO date); `unlisted` is newer than the list. */
export type EksSupport = "standard" | "extended" | "unlisted";

/** Whether a version's control plane has the standard price on a day; extended support costs six times as much. */
export function eksSupport(version: string, today: string): EksSupport {
  const { state } = supportOf("eks", version, today);
  switch (state) {
    case "supported":
    case "ending":
      return "standard";
    case "over":
      return "extended";
    case "unlisted":
      return state;
    default:
      return state satisfies never;
  }
}

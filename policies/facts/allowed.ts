import { ALLOW_MARK } from "../../components/lib/allow-mark";
import { read } from "./read";

/** The allowances in a record of labels or annotations: names, separated by commas. */
export function allowedIn(marks: unknown): readonly string[] {
  const value = typeof marks === "object" && marks !== null ? Object.entries(marks) : [];
  const mark = value.find(([key]) => key === ALLOW_MARK)?.[1];
  return String(read({ mark }, "mark") ?? "")
    .split(",")
    .filter(name => name !== "");
}

import { mapOf } from "../tree";
import type { LongForm } from "./long-forms";

/** A job's schedule as a cron expression. */
export const longSchedule: LongForm = value => (typeof value === "string" ? mapOf([["cron", value]]) : value);

import type { Service } from "./service";

/** A top-level job: a container that runs to its end, on a schedule or when it is asked for. */
export interface Job extends Service {
  readonly triggers?: {
    /** False forbids to start it by hand. */
    readonly manual?: boolean;
    readonly schedule?: readonly {
      readonly cron: string;
      readonly timezone?: string;
      readonly concurrency?: "forbid" | "queue";
      readonly missed_fires?: "one" | "skip";
    }[];
  };
}

import type { Hook } from "./hook";

/** `services.*.develop`. */
export interface Develop {
  readonly watch?: readonly {
    readonly path: string;
    readonly action: string;
    readonly target?: string;
    readonly exec?: Hook;
    readonly include?: readonly string[];
    readonly ignore?: readonly string[];
    readonly initial_sync?: boolean;
  }[];
}

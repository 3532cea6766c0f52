import type { PricedResource } from "../../pricing/priced-resource";

/** What decides about the size of a stack before there is one. */
export interface SketchRequest {
  readonly memoryGb: number;
  /** Sizes of the named volumes, GiB. */
  readonly volumesGb: readonly number[];
  /** Daily snapshots of each volume. */
  readonly snapshotsKept: number;
}

/** What costs something in a stack that nobody has planned yet; a test holds it to the real program. */
export type Sketch = (request: SketchRequest) => readonly PricedResource[];

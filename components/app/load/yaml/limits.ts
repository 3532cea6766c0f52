/** Levels that a document may have. More would not fit the stack of the passes that follow. */
export const MAX_DEPTH = 1_200;
/** Values that one document may have, as in the reference loader. */
export const MAX_NODES = 100_000;
/** Scalars that one document may have: every value may have a key. */
export const MAX_SCALARS = 2 * MAX_NODES;

/** Label of every node that towpath makes: the name of its pool, `servers`, or the name of the board that it is. */
export const POOL_LABEL = "towpath.dev/pool";

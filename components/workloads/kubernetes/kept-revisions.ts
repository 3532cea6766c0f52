/** How many earlier revisions of a service's pods stay, which `kubectl rollout undo` can go back to. */
export const KEPT_REVISIONS = 5;

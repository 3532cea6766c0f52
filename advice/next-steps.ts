import type { Path } from "./paths";

/** What to do once the path is chosen, in order. */
export const NEXT_STEPS: Readonly<Record<Path, readonly string[]>> = {
  docker: [
    "preview it: towpath preview --config target=docker",
    "give each database a dump in x-towpath.backup, and try a restore before you need one",
    'ask again when a number under "what would change the answer" comes near',
  ],
  k3s: [
    "preview it: towpath preview --config target=k3s",
    "mark what may be interrupted with x-towpath.spot; three servers survive the loss of one",
    "compare the bills line by line: towpath cost --compare docker,k3s,eks",
  ],
  eks: [
    "preview it: towpath preview --config target=eks",
    "name who may reach the API server (eks.endpoint.cidrs) and who administers it (eks.adminRoleArns)",
    "set x-towpath.autoscale on what carries the peak, and compare: towpath cost --compare docker,k3s,eks",
  ],
};

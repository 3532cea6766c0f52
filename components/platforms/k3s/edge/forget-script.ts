import { withKubectl } from "../../kubectl-script";

/** Runs where Pulumi runs once a board has left: takes its node, which no cloud would, out of the cluster. */
export function forgetScript(name: string): string {
  const words = { givenUp: `its node ${name} is left`, purpose: "a board's node is deleted" };
  return `${withKubectl(words)}kubectl delete node ${name} --ignore-not-found --timeout=120s\n`;
}

import { existsSync } from "node:fs";
import { equipment, programs } from "./cluster";

/** Starts the cluster for the tests and stops it after them, unless it runs already. */
export default function setup(): (() => void) | undefined {
  if (programs === undefined) return undefined;
  const running = existsSync("/run/towpath-kube/started");
  const stop = running ? undefined : () => void equipment("stop");
  try {
    process.env.KUBECONFIG = equipment("start");
  } catch (error) {
    stop?.();
    throw error;
  }
  return stop;
}

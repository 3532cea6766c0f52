import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Answers as a cluster that has everything, so that a target `cluster` needs none. */
const SCRIPT = `#!/bin/sh
case "$*" in
  */version) echo '{"gitVersion":"v1.35.2"}' ;;
  */gatewayclasses) echo '{"items":[{"metadata":{"name":"envoy"}}]}' ;;
  */storageclasses) echo '{"items":[{"metadata":{"name":"fast","annotations":{"storageclass.kubernetes.io/is-default-class":"true"}}}]}' ;;
  */nodes) echo '{"items":[{"spec":{"providerID":"aws:///us-east-1a/i-0"}}]}' ;;
  *) echo '{"items":[]}' ;;
esac
`;

/** Puts a stand-in for kubectl into a project and gives the folder that it is in. */
export function stubKubectl(folder: string): string {
  const bin = join(folder, ".bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "kubectl"), SCRIPT, { mode: 0o755 });
  return bin;
}

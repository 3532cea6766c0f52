import { spawnSync } from "node:child_process";

const NAMESPACES = ["--mount", "--net", "--uts", "--ipc", "--pid", "--fork", "--kill-child"];

/** Which of these programs are not on this machine, and whether it is not root's; empty when nothing is missing. */
export function missingOf(programs: readonly string[]): string {
  const absent = programs.filter(program => spawnSync("which", [program]).status !== 0);
  if (process.getuid?.() !== 0) absent.push("root");
  return absent.join(", ");
}

/** Runs a script of Bash in namespaces of its own, without a network, for two minutes at most; `name` is its `$0`. */
export function inNamespaces(script: string, name: string, args: readonly string[]) {
  return spawnSync("unshare", [...NAMESPACES, "bash", "-c", script, name, ...args], {
    encoding: "utf8",
    timeout: 120_000,
  });
}

import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InvalidInput } from "../lib/issues";
import { type Answer, type Answers, QUESTIONS, type Question } from "./questions";

/** Which cluster; without any of these the one that kubectl would talk to. */
export interface ClusterAddress {
  /** Path of a kubeconfig. */
  readonly kubeconfig?: string | undefined;
  /** Text of a kubeconfig, used when no path is given; stands on the disk only while the cluster is asked. */
  readonly kubeconfigText?: string | undefined;
  readonly context?: string | undefined;
}

/** Asks a cluster by kubectl, which logs in as the kubeconfig says. Throws InvalidInput when it cannot. */
export async function askCluster(address: ClusterAddress): Promise<Answers> {
  const { kubeconfig, kubeconfigText, context } = address;
  const folder = mkdtempSync(join(tmpdir(), "towpath-kubeconfig-"));
  try {
    const own = join(folder, "kubeconfig");
    if (kubeconfig === undefined && kubeconfigText !== undefined)
      writeFileSync(own, kubeconfigText, { mode: 0o600 });
    const path = kubeconfig ?? (kubeconfigText === undefined ? undefined : own);
    const words = [
      ...(path === undefined ? [] : ["--kubeconfig", path]),
      ...(context === undefined ? [] : ["--context", context]),
    ];
    // The first answer tells whether the cluster can be reached at all.
    const version = await ask(words, "version");
    const others = (Object.keys(QUESTIONS) as Question[]).filter(question => question !== "version");
    const answers = await Promise.all(
      others.map(async question => [question, await ask(words, question)] as const),
    );
    return { version, ...Object.fromEntries(answers) } as Answers;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ask(words: readonly string[], question: Question): Promise<Answer> {
  const command = [...words, "--request-timeout=20s", "get", "--raw", QUESTIONS[question]];
  return new Promise((resolve, reject) => {
    execFile("kubectl", command, { maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) return resolve({ kind: "found", body: JSON.parse(stdout) });
      if ("code" in error && error.code === "ENOENT")
        return reject(refusal("kubectl is not installed", INSTALL));
      if (/\((NotFound|ServiceUnavailable)\)|could not find the requested resource/.test(stderr))
        return resolve({ kind: "absent" });
      if (/\(Forbidden\)/.test(stderr)) return resolve({ kind: "forbidden" });
      const said = stderr.trim().split("\n").at(-1) ?? "";
      return reject(refusal(`the cluster does not answer: ${said}`, CHECK));
    });
  });
}

const INSTALL = "install it: by it a cluster is asked what it can do";
const CHECK = "check the kubeconfig, the context and the network, for example with: kubectl get nodes";

function refusal(wrong: string, instead: string): InvalidInput {
  return new InvalidInput([{ path: "towpath:cluster", wrong, instead }]);
}

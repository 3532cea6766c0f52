import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { askCluster } from "../../components/capabilities/kubectl";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "towpath-kubectl-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Puts a program in kubectl's place. */
function kubectl(script: string): void {
  writeFileSync(join(folder, "kubectl"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  vi.stubEnv("PATH", `${folder}${delimiter}${process.env.PATH}`);
}

describe("askCluster", () => {
  it("tells what is there, what is not, and what it may not see", async () => {
    kubectl(`case "$*" in
      */version) echo '{"gitVersion":"v1.35.2"}' ;;
      */metrics.k8s.io/*) echo 'Error from server (ServiceUnavailable): the server is currently unable' >&2; exit 1 ;;
      */nodes) echo 'Error from server (Forbidden): nodes is forbidden' >&2; exit 1 ;;
      */daemonsets) echo '{"items":[]}' ;;
      *) echo 'Error from server (NotFound): the server could not find the requested resource' >&2; exit 1 ;;
    esac`);
    const answers = await askCluster({});
    expect(answers.version).toEqual({ kind: "found", body: { gitVersion: "v1.35.2" } });
    expect(answers.metricsApi).toEqual({ kind: "absent" });
    expect(answers.gatewayApi).toEqual({ kind: "absent" });
    expect(answers.nodes).toEqual({ kind: "forbidden" });
  });

  it("hands over path and context, or a text that does not stay on the disk", async () => {
    const log = join(folder, "log");
    kubectl(`echo "$@" >>'${log}'; [ "$1" = --kubeconfig ] && cat "$2" >>'${log}'; echo '{}'`);
    await askCluster({ kubeconfigText: "a secret kubeconfig", context: "shop" });
    const text = readFileSync(log, "utf8");
    expect(text).toContain("a secret kubeconfig");
    expect(text).toContain("--context shop");
    const [, path = ""] = /--kubeconfig (\S+)/.exec(text) ?? [];
    expect(readdirSync(tmpdir())).not.toContain(path.split("/").at(-2));
  });

  it("says what is wrong when the cluster does not answer, or kubectl is not there", async () => {
    kubectl("echo 'Unable to connect to the server: dial tcp: i/o timeout' >&2; exit 1");
    await expect(askCluster({})).rejects.toThrow(
      /^towpath:cluster: the cluster does not answer: Unable.*; check/,
    );
    vi.stubEnv("PATH", join(folder, "nowhere"));
    await expect(askCluster({})).rejects.toThrow("kubectl is not installed");
  });
});

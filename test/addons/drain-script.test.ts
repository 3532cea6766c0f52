import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DRAIN_VARIABLES, drainScript } from "../../components/addons/drain/drain-script";
import { DRAINED, type Drained } from "../../components/addons/drain/drained";

const shellcheck = spawnSync("shellcheck", ["--version"]).status === 0;

/** Writes down each call, answers from files beside it, and fails where a file says which call is refused. */
const KUBECTL = `#!/bin/sh
here=$(dirname "$0")
echo "$*" >>"$here/calls"
cp "$KUBECONFIG" "$here/kubeconfig"
if [ -e "$here/refused" ] && echo "$*" | grep -q -f "$here/refused"; then
  echo "refused" >&2
  exit 1
fi
case "$*" in
  "get namespace "*) cat "$here/namespace" 2>/dev/null ;;
  "get customresourcedefinition "*) cat "$here/gateways" 2>/dev/null ;;
  "get persistentvolumes "*) cat "$here/volumes" 2>/dev/null ;;
  *"get persistentvolumeclaim/"*) grep -F "\${4#*/}" "$here/claims" 2>/dev/null ;;
esac
true
`;

describe("drainScript", () => {
  let bin: string;
  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), "towpath-drain-"));
    writeFileSync(join(bin, "kubectl"), KUBECTL, { mode: 0o755 });
  });
  afterEach(() => rmSync(bin, { recursive: true, force: true }));

  const say = (file: string, text: string) => writeFileSync(join(bin, file), text);
  const drain = (what: Drained, environment: Record<string, string> = {}) => {
    const { status, stdout, stderr } = spawnSync("/bin/sh", ["-c", drainScript(what)], {
      encoding: "utf8",
      env: {
        PATH: `${bin}:/usr/bin:/bin`,
        TMPDIR: bin,
        [DRAIN_VARIABLES.kubeconfig]: "users: [secret]\n",
        [DRAIN_VARIABLES.namespace]: "shop",
        ...environment,
      },
    });
    const path = join(bin, "calls");
    const calls = existsSync(path) ? readFileSync(path, "utf8").trimEnd().split("\n") : [];
    return { status, said: `${stdout}${stderr}`, calls };
  };

  it.each(DRAINED)("does nothing to %s while the namespace of the app stands", what => {
    say("namespace", "namespace/shop\n");
    const { status, calls } = drain(what);
    expect(status).toBe(0);
    expect(calls).toEqual(["get namespace shop --ignore-not-found --output=name"]);
  });

  it.each(DRAINED)("leaves %s to a cluster that is given up", what => {
    expect(drain(what, { PULUMI_K8S_DELETE_UNREACHABLE: "true" })).toMatchObject({ status: 0, calls: [] });
  });

  it.each(DRAINED)("fails with %s when the cluster does not answer", what => {
    say("refused", "get namespace");
    expect(drain(what)).toMatchObject({ status: 1, calls: [expect.stringContaining("get namespace")] });
  });

  it("deletes Gateways, then Services of type LoadBalancer, and waits for each", () => {
    say("gateways", "customresourcedefinition/gateways\n");
    const { status, calls } = drain("load-balancers");
    expect(status).toBe(0);
    expect(calls.slice(-2)).toEqual([
      "delete gateways.gateway.networking.k8s.io --all --all-namespaces --timeout=900s",
      "delete services --all-namespaces --field-selector=spec.type=LoadBalancer --timeout=900s",
    ]);
  });

  it("asks for no Gateways where there is no such kind", () => {
    const { status, calls } = drain("load-balancers");
    expect(status).toBe(0);
    expect(calls.filter(call => call.startsWith("delete gateways"))).toEqual([]);
  });

  it.each(["get customresourcedefinition", "delete gateways", "delete services"])(
    "fails when it cannot %s",
    call => {
      say("gateways", "customresourcedefinition/gateways\n");
      say("refused", call);
      const { status, calls } = drain("load-balancers");
      expect(status).not.toBe(0);
      expect(calls.at(-1)).toMatch(call);
    },
  );

  it("waits for every disk whose claim is gone, and for nothing else", () => {
    say("volumes", "pv-1 shop orders\npv-2 shop media\npv-3  \n");
    const { status, calls } = drain("volumes");
    expect(status).toBe(0);
    expect(calls.filter(call => call.startsWith("wait"))).toEqual([
      "wait --for=delete persistentvolume/pv-1 --timeout=900s",
      "wait --for=delete persistentvolume/pv-2 --timeout=900s",
    ]);
    expect(calls.filter(call => call.startsWith("delete"))).toEqual([]);
  });

  it("waits for the others, and then fails by the name of a claim that is left", () => {
    say("volumes", "pv-1 shop orders\npv-2 team data\n");
    say("claims", "orders\n");
    const { status, said, calls } = drain("volumes");
    expect(status).toBe(1);
    expect(said).toMatch(/^shop\/orders$/m);
    expect(said).not.toContain("team/data");
    expect(calls).toContain("wait --for=delete persistentvolume/pv-2 --timeout=900s");
    expect(calls).not.toContain("wait --for=delete persistentvolume/pv-1 --timeout=900s");
  });

  it.each(["get persistentvolumes", "get persistentvolumeclaim", "wait"])("fails when it cannot %s", call => {
    say("volumes", "pv-1 shop orders\n");
    say("refused", call);
    const { status, calls } = drain("volumes");
    expect(status).not.toBe(0);
    expect(calls.join("\n")).toMatch(new RegExp(`${call}[^]*$`));
    expect(calls.filter(one => one.startsWith("wait"))).toHaveLength(call === "wait" ? 1 : 0);
  });

  it.each(DRAINED)("hands the kubeconfig of %s over in a file that is gone afterwards", what => {
    drain(what);
    expect(readFileSync(join(bin, "kubeconfig"), "utf8")).toBe("users: [secret]\n");
    const left = spawnSync("find", [bin, "-name", "kubeconfig"], { encoding: "utf8" }).stdout;
    expect(left.trim()).toBe(join(bin, "kubeconfig"));
  });

  it.skipIf(!shellcheck).each(DRAINED)("has no finding in the script of %s (needs shellcheck)", what => {
    const found = spawnSync("shellcheck", ["--shell=sh", "-"], {
      input: drainScript(what),
      encoding: "utf8",
    });
    expect(found.stdout).toBe("");
  });
});

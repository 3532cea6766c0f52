import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { InvalidInput } from "../../../../components/lib/issues";
import { USER_DATA_LIMIT } from "../../../../components/platforms/user-data/cloud-config";
import { agent, fileOf, filesOf, server } from "../k3s-fixture";
import { verifyUnits } from "../verify-units";

const GOLDENS = resolve(__dirname, "../../../fixtures/platforms");
const has = (tool: string, ...args: string[]) => spawnSync(tool, args).status === 0;
const shellcheck = has("shellcheck", "--version");
const systemd = has("systemd-analyze", "--version");
const python = has("python3", "--version");
const missing = (found: boolean, tool: string) => (found ? "" : ` (skipped: no ${tool})`);

const config = (text: string) => parse(fileOf(text, "/etc/rancher/k3s/config.yaml"));

/** Runs a check on each file of a kind, written to a folder of its own. */
function checkAll(kind: RegExp, starts: string, command: string, ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "k3s-"));
  try {
    const found = Object.entries({ ...filesOf(agent()), ...filesOf(server()) }).filter(
      ([path, content]) => kind.test(path) && content.startsWith(starts),
    );
    expect(found.length).toBeGreaterThan(2);
    for (const [path, content] of found) {
      const file = join(folder, basename(path));
      writeFileSync(file, content);
      const { status, stdout, stderr } = spawnSync(command, [...args, file], { encoding: "utf8" });
      expect({ path, status, output: status === 0 ? "" : stdout + stderr }).toEqual({
        path,
        status: 0,
        output: "",
      });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("user data of K3s nodes", () => {
  it("is this text", async () => {
    await expect(server()).toMatchFileSnapshot(join(GOLDENS, "k3s-server.user-data.yaml"));
    await expect(agent()).toMatchFileSnapshot(join(GOLDENS, "k3s-agent.user-data.yaml"));
  });

  it("fits EC2's limit, and says what to do when it does not", () => {
    for (const text of [server(), server({ servers: ["10.20.0.10"] }), agent()])
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(USER_DATA_LIMIT);
    const labels = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`team-${at}`, "x".repeat(60)]));
    expect(() => agent({ labels })).toThrow(InvalidInput);
  });

  it.skipIf(!shellcheck)(`has scripts that shellcheck passes${missing(shellcheck, "shellcheck")}`, () => {
    checkAll(/./, "#!/bin/sh", "shellcheck", "--severity=style");
  });

  it.skipIf(!python)(`has programs that Python compiles${missing(python, "python3")}`, () => {
    checkAll(
      /./,
      "#!/usr/bin/python3",
      "python3",
      "-c",
      "import sys; compile(open(sys.argv[1]).read(), 'p', 'exec')",
    );
  });

  it.skipIf(!systemd)(`has units that systemd reads${missing(systemd, "systemd-analyze")}`, () => {
    // systemd's own units, and on the node's disk nothing but what user data puts there, and K3s.
    const files = { ...filesOf(agent()), ...filesOf(server()), "/usr/local/bin/k3s": "#!/bin/sh\n" };
    const { units, status, stderr } = verifyUnits({ ofHere: ["usr/lib/systemd/system"], files, mode: 0o600 });
    expect(units).toHaveLength(4);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});

describe("a server", () => {
  it("begins a cluster with encrypted Secrets and snapshots in S3, and none of what is ours", () => {
    expect(config(server())).toMatchObject({
      "cluster-init": true,
      "secrets-encryption": true,
      "write-kubeconfig-mode": "0600",
      disable: ["traefik", "metrics-server", "local-storage"],
      "etcd-s3": true,
      "etcd-s3-bucket": "shop-test-etcd-1",
      "etcd-snapshot-retention": 14,
      "tls-san": ["203.0.113.10"],
    });
  });

  it("joins the first when it is not the first", () => {
    const second = server({ servers: ["10.20.0.10"] });
    expect(config(second)).not.toHaveProperty("cluster-init");
    expect(fileOf(second, "/etc/towpath/k3s.env")).toContain("ROLE='server'\nSERVERS='10.20.0.10'\n");
    expect(fileOf(server(), "/etc/towpath/k3s.env")).toContain("ROLE='first'\nSERVERS=''\n");
  });

  it("hands out a kubeconfig for the outside only when the outside may reach it", () => {
    expect(fileOf(server(), "/etc/towpath/k3s.env")).toContain("API_ADDRESS=''");
    const open = server({ apiAddress: "203.0.113.10" });
    expect(fileOf(open, "/etc/towpath/k3s.env")).toContain("API_ADDRESS='203.0.113.10'");
  });
});

describe("an agent", () => {
  it("has its labels and taints, and knows only the agents' token", () => {
    const taints = [{ key: "towpath.dev/capacity", value: "spot", effect: "NoSchedule" }] as const;
    const text = agent({ taints });
    expect(config(text)["node-label"]).toEqual(["towpath.dev/capacity=spot", "towpath.dev/pool=spot"]);
    expect(config(text)["node-taint"]).toEqual(["towpath.dev/capacity=spot:NoSchedule"]);
    expect(fileOf(text, "/etc/towpath/k3s.env")).toContain(
      "TOKEN_PARAMETER='/towpath/shop/test/k3s/agent-token'",
    );
    expect(text).not.toContain("/towpath/shop/test/k3s/token");
    expect(text).not.toContain("/kubeconfig");
  });
});

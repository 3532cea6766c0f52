import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { boardFiles } from "../../../../components/platforms/k3s/edge/board-files";
import { joinScript } from "../../../../components/platforms/k3s/edge/join-script";
import { leaveScript } from "../../../../components/platforms/k3s/edge/leave-script";
import { asRoot } from "../../../../components/platforms/vm/as-root";
import { filesOf, server } from "../k3s-fixture";
import { verifyUnits } from "../verify-units";
import { joinPlan } from "./join-plan";

const has = (tool: string, ...args: string[]) => spawnSync(tool, args).status === 0;
const shellcheck = has("shellcheck", "--version");
const systemd = has("systemd-analyze", "--version");
const skipped = (found: boolean, tool: string) => (found ? "" : ` (skipped: no ${tool})`);
const configOf = (changes = {}) => parse(boardFiles(joinPlan(changes))["/etc/rancher/k3s/config.yaml"] ?? "");

describe("the files of a board", () => {
  it("mark its node, keep pods off it that did not ask for it, and say where it is reached", () => {
    expect(configOf()).toEqual({
      server: "https://203.0.113.10:6443",
      "token-file": "/etc/rancher/k3s/agent-token",
      "node-name": "pi",
      "node-external-ip": "198.51.100.4",
      "protect-kernel-defaults": true,
      "node-label": ["example.com/place=cellar", "towpath.dev/edge=true", "towpath.dev/pool=pi"],
      "node-taint": ["slow=:NoExecute", "towpath.dev/edge=true:NoSchedule"],
    });
  });

  it("have K3s take another key for its network at each start", () => {
    const unit = boardFiles(joinPlan())["/etc/systemd/system/k3s-agent.service"] ?? "";
    expect(unit.match(/^Exec.*$/gm)).toEqual([
      "ExecStartPre=-/bin/rm -f /run/flannel/wgkey",
      "ExecStart=/usr/local/bin/k3s agent",
    ]);
  });

  it("have nothing of AWS", () => {
    const text = Object.entries(boardFiles(joinPlan())).flat().join("\n");
    for (const word of ["aws", "ecr", "169.254", "boto", "parameter"]) expect(text).not.toContain(word);
  });

  it("have the kernel's settings and the kubelet's that nodes on EC2 have", () => {
    const [board, node] = [boardFiles(joinPlan()), filesOf(server())];
    for (const path of [
      "/etc/sysctl.d/90-kubelet.conf",
      "/var/lib/rancher/k3s/agent/etc/kubelet.conf.d/50-towpath.conf",
    ])
      expect(board[path]).toBe(node[path]);
  });

  it.skipIf(!systemd)(`have units that systemd reads${skipped(systemd, "systemd-analyze")}`, () => {
    const files = {
      ...boardFiles(joinPlan()),
      "/usr/local/bin/k3s": "#!/bin/sh\n",
      "/bin/ip": "#!/bin/sh\n",
      "/bin/rm": "#!/bin/sh\n",
    };
    const ofHere = ["usr/lib/systemd/system", "usr/lib/systemd/systemd-socket-proxyd"];
    const { units, status, stderr } = verifyUnits({ ofHere, files, mode: 0o644 });
    expect(units).toHaveLength(3);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});

describe("the scripts of a board", () => {
  it.skipIf(!shellcheck)(`pass shellcheck${skipped(shellcheck, "shellcheck")}`, () => {
    const scripts = {
      join: joinScript(joinPlan()),
      automatic: joinScript(joinPlan({ keepsVersion: true })),
      leave: leaveScript("pi"),
      install: boardFiles(joinPlan())["/usr/local/sbin/towpath-k3s-install"] ?? "",
    };
    for (const [name, input] of Object.entries(scripts)) {
      const args = ["--shell=sh", "--severity=style", "-"];
      const { status, stdout } = spawnSync("shellcheck", args, { input, encoding: "utf8" });
      expect({ name, status, stdout }).toEqual({ name, status: 0, stdout: "" });
    }
  });

  it("are one command of SSH, short enough for it, whatever labels say", () => {
    const labels = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`team-${at}`, "x".repeat(60)]));
    const command = asRoot(joinScript(joinPlan({ labels })), "pi");
    expect(command).toMatch(/^sudo -n sh -c '/);
    // Linux takes an argument of 128 KiB at most.
    expect(Buffer.byteLength(command)).toBeLessThan(128 * 1024);
    expect(spawnSync("sh", ["-n", "-c", command]).status).toBe(0);
  });
});

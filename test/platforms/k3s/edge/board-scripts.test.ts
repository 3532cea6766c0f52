// What runs on a board over SSH, run for real: on a root of its own, against a server that answers over TLS as K3s does.
import { describe, expect, it } from "vitest";
import { joinScript } from "../../../../components/platforms/k3s/edge/join-script";
import { leaveScript } from "../../../../components/platforms/k3s/edge/leave-script";
import { asRoot } from "../../../../components/platforms/vm/as-root";
import { type Board, FOR_BOARDS, missingForBoard, onBoard } from "./board";
import { joinPlan } from "./join-plan";

const missing = missingForBoard();
const UNIT = "k3s-agent.service";
const K3S = "/usr/local/bin/k3s";
const TOKEN = "/etc/rancher/k3s/agent-token";

const join = (changes: Parameters<typeof joinPlan>[0] = {}) => asRoot(joinScript(joinPlan(changes)), "root");
const leave = (name: string) => asRoot(leaveScript(name), "root");

/** A join that is refused before anything is put on the board. */
function refused(board: Board, changes: Parameters<typeof joinPlan>[0] = {}, before = ""): string {
  const [ran] = onBoard(board, token => [{ command: join(changes), stdin: token, before }]);
  expect(ran).toMatchObject({ status: 1, calls: [] });
  expect(Object.keys(ran?.files ?? {}).filter(path => /rancher|towpath|k3s/.test(path))).toEqual([]);
  return ran?.stderr ?? "";
}

describe.skipIf(missing !== "")(`a board${missing && ` (skipped: no ${missing})`}`, () => {
  it("joins, changes nothing when run again, takes a new version, and leaves", () => {
    const [first, again, newer, other, gone] = onBoard({}, token => [
      {
        command: join(),
        stdin: token,
        look: `cat ${TOKEN}; ${K3S} --version; curl -fsSk https://10.20.0.10:6443/ping`,
      },
      { command: join(), stdin: token, look: "cat /urls" },
      { command: join({ version: "v1.36.5+k3s1" }), stdin: token, look: `${K3S} --version` },
      { command: leave("other") },
      { command: leave("pi"), look: "ip -o address show dev lo" },
    ]);
    expect(first).toMatchObject({ status: 0, stderr: "" });
    expect(first?.stdout).toBe("the board runs k3s version v1.36.4+k3s1 (stand-in for k3s-arm64)\n");
    expect(first?.seen).toMatch(/^K10[0-9a-f]{64}::node:canary-77aa\nk3s version v1.36.4\+k3s1 .*\npong$/);
    expect(first?.files).toMatchObject({
      [TOKEN]: "600",
      "/etc/rancher/k3s/config.yaml": "600",
      [`/etc/systemd/system/${UNIT}`]: "644",
      [K3S]: "755",
    });
    expect(first?.calls).toContain("enable --quiet --now towpath-api-10.20.0.10.socket");
    expect(first?.calls).toContain(`restart ${UNIT}`);
    expect(again).toMatchObject({ status: 0, files: first?.files });
    expect(again?.calls).not.toContain(`restart ${UNIT}`);
    expect(again?.seen.match(/k3s-arm64$/gm)).toHaveLength(1);
    expect(newer?.seen).toContain("v1.36.5+k3s1");
    expect(newer?.calls).toContain(`restart ${UNIT}`);
    expect(other).toMatchObject({ status: 0, calls: [], files: newer?.files });
    expect(other?.stdout).toContain("not the board other any more");
    expect(gone).toMatchObject({ status: 0, stderr: "" });
    expect(Object.keys(gone?.files ?? {}).filter(path => /rancher|towpath|k3s|kubelet/.test(path))).toEqual(
      [],
    );
  }, 60_000);

  it("registers anew for a registration that is another, its images kept", () => {
    const image = "/var/lib/rancher/k3s/agent/containerd/image";
    const [, anew] = onBoard({}, token => [
      { command: join(), stdin: token, look: `mkdir -p $(dirname ${image}); touch ${image}` },
      { command: join({ registration: "5e6f7a8b" }), stdin: token },
    ]);
    expect(anew).toMatchObject({ status: 0, stderr: "" });
    expect(anew?.calls).toContain(`restart ${UNIT}`);
    expect(anew?.files).toHaveProperty([image]);
  });

  it("takes its pods and what they had mounted with it, and nothing else", () => {
    const shim = "/var/lib/rancher/k3s/data/1a/bin/containerd-shim-runc-v2";
    const before = [
      `(exec -a ${shim} bash -c '/usr/bin/sleep 1001 & wait' >/dev/null 2>&1 &)`,
      "(/usr/bin/sleep 1002 >/dev/null 2>&1 &)",
      'mkdir -p "$root/run/k3s/pod" "$root/var/lib/kubelet/pods/1/volume"',
      'for at in run/k3s/pod var/lib/kubelet/pods/1/volume; do mount -t tmpfs pod "$root/$at"; done',
    ].join("\n");
    const [, gone] = onBoard({}, token => [
      { command: join(), stdin: token },
      {
        command: leave("pi"),
        before,
        look: "ps -e -o args=; grep -c pod /proc/self/mounts; ls /run /var/lib",
      },
    ]);
    expect(gone).toMatchObject({ status: 0, stderr: "" });
    expect(gone?.seen).not.toMatch(/containerd-shim|sleep 1001/);
    expect(gone?.seen).toContain("sleep 1002");
    expect(gone?.seen).toMatch(/^0$/m);
    expect(gone?.seen).not.toMatch(/^(k3s|kubelet|rancher)$/m);
  });

  it("never says the token", () => {
    for (const { stdout, stderr, calls } of onBoard({}, token => [{ command: join(), stdin: token }]))
      expect(stdout + stderr + calls.join()).not.toContain("canary");
    expect(join()).not.toContain("canary");
  });

  it("leaves a version that the cluster upgrades by itself alone", () => {
    const automatic = { keepsVersion: true };
    const [, second] = onBoard({}, token => [
      { command: join(automatic), stdin: token },
      { command: join({ ...automatic, version: "v1.36.5+k3s1" }), stdin: token, look: `${K3S} --version` },
    ]);
    expect(second?.seen).toContain("v1.36.4+k3s1");
  });

  it("answers for the servers that there are, and for no other", () => {
    const second = { privateAddress: "10.20.1.10", publicAddress: "203.0.113.11" };
    const third = { privateAddress: "10.20.2.10", publicAddress: "203.0.113.12" };
    const servers = [...joinPlan().servers, second];
    const [both, other] = onBoard({}, token => [
      { command: join({ servers }), stdin: token },
      {
        command: join({ servers: [...joinPlan().servers, third] }),
        stdin: token,
        look: "ls /etc/systemd/system",
      },
    ]);
    expect(both?.status).toBe(0);
    expect(other?.calls).toContain(
      "disable --quiet --now towpath-api-10.20.1.10.socket towpath-api-10.20.1.10.service",
    );
    expect(other?.seen.match(/towpath-api-.*/g)).toEqual([
      "towpath-api-10.20.0.10.service",
      "towpath-api-10.20.0.10.socket",
      "towpath-api-10.20.2.10.service",
      "towpath-api-10.20.2.10.socket",
    ]);
  });

  it("takes the binary of a 32-bit system, and a pinned checksum alone", () => {
    const arm = { architecture: "arm" } as const;
    const [, wrong] = onBoard({ architecture: "armhf" }, token => [
      { command: join(arm), stdin: token },
      {
        command: join({ ...arm, version: "v1.36.5+k3s1", checksums: { arm: "1".repeat(64) } }),
        stdin: token,
        look: `${K3S} --version`,
      },
    ]);
    expect(wrong?.status).not.toBe(0);
    expect(wrong?.stderr).toContain("k3s-armhf is not the file that was listed");
    expect(wrong?.seen).toContain("v1.36.4+k3s1 (stand-in for k3s-armhf)");
  });

  it.each([
    ["VXLAN", { FlannelBackend: "vxlan", FlannelExternalIP: false }],
    ["internal addresses alone", { ...FOR_BOARDS, FlannelExternalIP: false }],
  ])("does not join a cluster whose network is %s", (_, config) => {
    expect(refused({ config })).toMatch(/^towpath: the cluster was made without boards/);
  });

  it("does not join a server that the token does not pin, nor by a token that is none", () => {
    const [forged, pending, wrong] = onBoard({}, token => [
      { command: join(), stdin: token.replace(/^K10.{4}/, "K100000") },
      { command: join(), stdin: "pending" },
      { command: join(), stdin: token.replace("canary", "other") },
    ]);
    expect(forged?.stderr).toContain("is not the server whose authority the token pins");
    expect(pending?.stderr).toContain("has not handed out the agents' token yet");
    expect(wrong?.stderr).toContain("does not take the agents' token");
    for (const ran of [forged, pending, wrong]) expect(ran).toMatchObject({ status: 1, calls: [] });
  });

  it("says what to do when the kernel counts no memory or has no WireGuard", () => {
    expect(refused({ memoryCgroup: false })).toContain("cgroup_memory=1 cgroup_enable=memory");
    expect(refused({ wireguard: false })).toContain("the kernel has no WireGuard");
  });

  it("says so when the machine is another than the settings say", () => {
    expect(refused({ architecture: "armhf" })).toContain("this system is armhf, and the settings say arm64");
  });

  it("leaves a K3s alone that somebody else put there", () => {
    const unit = '"$root/etc/systemd/system/k3s.service"';
    const [ran] = onBoard({}, token => [{ command: join(), stdin: token, before: `touch ${unit}` }]);
    expect(ran).toMatchObject({ status: 1, calls: [] });
    expect(ran?.stderr).toContain("a K3s on this machine that is not towpath's");
  });

  it("does not take an address of the board's own network away", () => {
    const before = "ip link add lan type bridge; ip link set lan up; ip address add 10.20.0.77/24 dev lan";
    expect(refused({}, {}, before)).toContain("has the address 10.20.0.10 of a server");
  });

  it("shows what K3s says when it does not start", () => {
    const [ran] = onBoard({}, token => [{ command: join(), stdin: token, before: 'touch "$root/refuse"' }]);
    expect(ran?.status).toBe(1);
    expect(ran?.stderr).toBe(
      "what K3s says\ntowpath: K3s does not start on this board; above is what it says\n",
    );
  });
});

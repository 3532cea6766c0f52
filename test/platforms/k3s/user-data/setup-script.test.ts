import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SETUP_SCRIPT } from "../../../../components/platforms/k3s/user-data/setup-script";
import { FakeMachine } from "./fake-machine";

const PINNED = "a".repeat(64);

let machine: FakeMachine;
beforeEach(() => {
  machine = new FakeMachine();
  for (const name of ["apt-get", "sysctl", "systemctl", "sleep"])
    machine.tool(name, `echo "${name} $*" >>/var/calls`);
  machine.program("/usr/local/sbin/towpath-k3s-install", '#!/bin/sh\necho "$*" >>/var/installs\n');
  machine.write("/var/calls", "");
});
afterEach(() => machine.remove());

/** What is installed on a node of a role, while the first server has said that it runs `running`. */
function installed(role: "first" | "server" | "agent", running: string): string {
  machine.program(
    "/usr/local/sbin/towpath-parameter",
    `#!/bin/sh\n[ "$*" = "get /version" ] && echo ${running}\n`,
  );
  const lines = [
    `ROLE='${role}'`,
    "UNIT='k3s.service'",
    "VERSION='v1.37.1+k3s1'",
    `CHECKSUM_ARM64='${PINNED}'`,
    "CHECKSUM_AMD64='none'",
    ...(role === "agent" ? ["VERSION_PARAMETER='/version'"] : []),
  ];
  machine.write("/etc/towpath/k3s.env", `${lines.join("\n")}\n`);
  const { status, stderr } = machine.run(SETUP_SCRIPT);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return machine.read("/var/installs").trim();
}

describe("the setup script", () => {
  it("installs what it is told on servers", () => {
    expect(installed("server", "v1.36.4+k3s1")).toBe(`v1.37.1+k3s1 ${PINNED} none`);
  });

  it("never starts an agent that is newer than the servers", () => {
    expect(installed("agent", "v1.36.4+k3s1")).toBe("v1.36.4+k3s1 none none");
  });

  it("goes by the pinned checksum when the servers run the wanted version, or none yet", () => {
    expect(installed("agent", "v1.37.1+k3s1")).toBe(`v1.37.1+k3s1 ${PINNED} none`);
    machine.write("/var/installs", "");
    expect(installed("agent", "pending")).toBe(`v1.37.1+k3s1 ${PINNED} none`);
  });

  it("takes lost nodes out from servers alone", () => {
    installed("agent", "pending");
    expect(machine.read("/var/calls")).not.toContain("towpath-reap-nodes");
    installed("first", "pending");
    expect(machine.read("/var/calls")).toContain("systemctl enable --now towpath-reap-nodes.timer");
  });
});

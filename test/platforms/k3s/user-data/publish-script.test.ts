import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PUBLISH_SCRIPT } from "../../../../components/platforms/k3s/user-data/publish-script";
import { FakeMachine } from "./fake-machine";

let machine: FakeMachine;
beforeEach(() => {
  machine = new FakeMachine();
  for (const name of ["sleep", "systemctl"]) machine.tool(name, ":");
  machine.tool("cloud-init", "exit 0");
  machine.tool("hostname", 'if [ "$*" = -I ]; then echo "10.20.0.10 10.42.0.1 "; else echo node-a; fi');
  machine.tool("k3s", 'echo "$*" >>/var/kubectl');
  machine.program("/usr/local/sbin/towpath-k3s-install", '#!/bin/sh\necho "$*" >>/var/installs\n');
  machine.program("/usr/local/sbin/towpath-parameter", '#!/bin/sh\nmkdir -p /var/put && cat >"/var/put$2"\n');
  machine.write("/etc/rancher/k3s/k3s.yaml", "server: https://127.0.0.1:6443\n");
  machine.write("/var/lib/rancher/k3s/server/agent-token", "K10hash::node:abc");
});
afterEach(() => machine.remove());

function publish(role: string, apiAddress: string) {
  machine.write(
    "/etc/towpath/k3s.env",
    `ROLE='${role}'\nAPI_ADDRESS='${apiAddress}'\nKUBECONFIG_PARAMETER='/kubeconfig'\nAGENT_TOKEN_PARAMETER='/agents'\n`,
  );
  return machine.run(PUBLISH_SCRIPT, "v1.36.4+k3s1", "none", "none").status;
}

describe("the publish script", () => {
  it("hands out a kubeconfig for the outside address, and the agents' token", () => {
    expect(publish("first", "203.0.113.10")).toBe(0);
    expect(machine.read("/var/put/kubeconfig")).toBe("server: https://203.0.113.10:6443\n");
    expect(machine.read("/var/put/agents")).toBe("K10hash::node:abc");
    expect(machine.read("/var/installs")).toBe("v1.36.4+k3s1 none none\n");
  });

  it("uses the private address when nobody outside may reach the server", () => {
    publish("first", "");
    expect(machine.read("/var/put/kubeconfig")).toBe("server: https://10.20.0.10:6443\n");
  });

  it("only waits for readiness on the other servers", () => {
    expect(publish("server", "")).toBe(0);
    expect(machine.read("/var/kubectl")).toContain("wait --for=condition=Ready node/node-a");
    expect(machine.read("/var/put/agents")).toBe("");
  });

  it("fails when the first boot did, and hands out nothing", () => {
    machine.tool("cloud-init", "exit 1");
    expect(publish("first", "")).toBe(1);
    expect(machine.read("/var/put/kubeconfig")).toBe("");
  });

  it("fails when the server never gets ready", () => {
    machine.tool("k3s", "exit 1");
    expect(publish("first", "")).toBe(1);
    expect(machine.read("/var/put/agents")).toBe("");
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { PREPARE_SCRIPT } from "../../../../components/platforms/k3s/user-data/prepare-script";
import { FakeMachine } from "./fake-machine";

let machine: FakeMachine;
beforeEach(() => {
  machine = new FakeMachine();
  machine.tool("sleep", ":");
  // The metadata service, and a cluster whose second server alone answers.
  machine.tool(
    "curl",
    `for last; do :; done
     case "$last" in
       */api/token) echo session ;;
       */instance-id) echo i-0123 ;;
       */placement/availability-zone) echo us-east-1b ;;
       */local-ipv4) echo 10.20.1.7 ;;
       https://10.20.0.11:6443/ping) echo pong ;;
       *) exit 7 ;;
     esac`,
  );
  // Parameters are files; what is waited for comes when it is asked for.
  machine.program(
    "/usr/local/sbin/towpath-parameter",
    `#!/bin/sh
     echo "$1 $2" >>/var/calls
     case "$1" in
       put) cat >"/var/parameters$2" ;;
       get) cat "/var/parameters$2" ;;
       wait) sed 's/^pending$/K10hash::node:abc/' "/var/parameters$2" ;;
     esac`,
  );
  machine.write("/var/parameters/token", "pending\n");
  machine.write("/var/parameters/version", "pending\n");
  machine.tool("k3s", "echo 'k3s version v1.36.4+k3s1 (abc)'; echo 'go version go1.26'");
});
afterEach(() => machine.remove());

function prepare(role: "first" | "server" | "agent", servers = "10.20.0.10 10.20.0.11") {
  const variables = {
    AWS_DEFAULT_REGION: "us-east-1",
    ROLE: role,
    SERVERS: servers,
    TOKEN_PARAMETER: "/token",
    VERSION_PARAMETER: "/version",
  };
  const lines = Object.entries(variables).map(([name, value]) => `${name}='${value}'\n`);
  machine.write("/etc/towpath/k3s.env", lines.join(""));
  const { status, stderr } = machine.run(PREPARE_SCRIPT);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return parse(machine.read("/etc/rancher/k3s/config.yaml.d/20-node.yaml"));
}

describe("the prepare script", () => {
  it("says which instance the node is, as the autoscaler and the volume driver look for it", () => {
    expect(prepare("first")).toEqual({
      "node-ip": "10.20.1.7",
      "kubelet-arg+": ["provider-id=aws:///us-east-1b/i-0123"],
      "node-label+": ["topology.kubernetes.io/region=us-east-1", "topology.kubernetes.io/zone=us-east-1b"],
    });
  });

  it("makes up the token on the first server, once, and keeps it through every later start", () => {
    prepare("first");
    const token = machine.read("/run/towpath/token");
    expect(token).toMatch(/^[0-9a-f]{64}\n$/);
    prepare("first");
    expect(machine.read("/run/towpath/token")).toBe(token);
    expect(machine.read("/var/calls").match(/^put \/token/gm)).toHaveLength(1);
  });

  it("tells agents which version the first server runs", () => {
    prepare("first");
    expect(machine.read("/var/parameters/version")).toBe("v1.36.4+k3s1\n");
    machine.write("/var/parameters/version", "pending\n");
    prepare("server");
    expect(machine.read("/var/parameters/version")).toBe("pending\n");
  });

  it("gives all servers the same token for agents, which is not their own", () => {
    prepare("first");
    const first = machine.read("/run/towpath/agent-token");
    prepare("server");
    expect(machine.read("/run/towpath/agent-token")).toBe(first);
    expect(first).toMatch(/^[0-9a-f]{64}\n$/);
    expect(first).not.toBe(machine.read("/run/towpath/token"));
  });

  it("lets an agent wait for its token and join the server that answers", () => {
    const config = prepare("agent");
    expect(config.server).toBe("https://10.20.0.11:6443");
    expect(machine.read("/run/towpath/token")).toBe("K10hash::node:abc\n");
    expect(machine.read("/run/towpath/agent-token")).toBe("");
    expect(machine.read("/var/calls")).not.toContain("put");
  });
});

import * as pulumi from "@pulumi/pulumi";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Registered } from "../../../../cli/engine/registered";
import { K3sPlatform } from "../../../../components/platforms/k3s/k3s-platform";
import { only, runComponent, tree } from "../../../harness/run-component";
import { fakeNetwork, fakeRegistry } from "../../fake-network";
import { IDENTITY, settingsFor } from "../../kubernetes-settings";
import { fileOf } from "../k3s-fixture";

const FIREWALL = "aws:ec2/securityGroup:SecurityGroup";
const REMOTE = "command:remote:Command";
const LOCAL = "command:local:Command";
const PI = { name: "pi", address: "pi.lan", externalAddress: "198.51.100.4", user: "pi", port: 2222 };
const BOARD = { ...PI, hostKey: "pi.lan ssh-ed25519 AAAAC3Nza comment", labels: { place: "cellar" } };
const OLD = { name: "old", address: "203.0.113.77", hostKey: "ssh-ed25519 BBBB", architecture: "arm" };

async function platform(k3s: Record<string, unknown>): Promise<readonly Registered[]> {
  const settings = settingsFor("k3s", { k3s });
  const { resources } = await runComponent(() => {
    const network = fakeNetwork({ inside: false });
    const sshPrivateKey = pulumi.output("canary-key");
    new K3sPlatform("k3s", {
      settings,
      identity: IDENTITY,
      network,
      registry: fakeRegistry(),
      sshPrivateKey,
    });
  });
  return resources;
}

const rules = (resources: readonly Registered[], group: string) => {
  const { ingress } = only(resources, FIREWALL, `-${group}`).inputs;
  return (ingress as { protocol: string; fromPort: number; cidrBlocks?: string[]; self?: boolean }[]).map(
    ({ protocol, fromPort, cidrBlocks, self }) =>
      `${protocol} ${fromPort} from ${self ? "nodes" : cidrBlocks}`,
  );
};

const serverConfig = (resources: readonly Registered[]) => {
  const { userData } = only(resources, "aws:ec2/instance:Instance").inputs;
  return parse(fileOf(String(userData), "/etc/rancher/k3s/config.yaml"));
};

describe("a K3s cluster with boards", () => {
  let usual: readonly Registered[];
  let resources: readonly Registered[];
  beforeAll(async () => {
    usual = await platform({});
    resources = await platform({ edge: [BOARD, OLD] });
  });

  it("has two commands for each board, below a component of its own", () => {
    expect(tree(resources).match(/.*board-.*/g)).toEqual([
      "    towpath:platforms:EdgeNode k3s-board-old",
      "      command:local:Command k3s-board-old-forget",
      "      command:remote:Command k3s-board-old-join",
      "    towpath:platforms:EdgeNode k3s-board-pi",
      "      command:local:Command k3s-board-pi-forget",
      "      command:remote:Command k3s-board-pi-join",
    ]);
  });

  it("is otherwise what it is without", () => {
    const others = resources.filter(({ urn }) => !urn.includes("EdgeNode"));
    expect(others.map(({ urn }) => urn)).toEqual(usual.map(({ urn }) => urn));
    const old = new Map(usual.map(one => [one.urn, JSON.stringify(one.inputs)]));
    const changed = others.filter(({ urn, inputs }) => old.get(urn) !== JSON.stringify(inputs));
    expect(changed.map(({ name }) => name)).toEqual([
      "k3s-firewall-nodes",
      "k3s-firewall-servers",
      "k3s-servers-first",
    ]);
  });

  it("speaks WireGuard by external addresses where there are any, and by VXLAN without boards", () => {
    const config = { "flannel-backend": "wireguard-native", "flannel-external-ip": true };
    expect(serverConfig(resources)).toMatchObject(config);
    expect(serverConfig(resources)).not.toHaveProperty("node-external-ip");
    for (const key of Object.keys(config)) expect(serverConfig(usual)).not.toHaveProperty(key);
  });

  it("lets boards in by WireGuard and to the API, each from its own address, and nobody else", () => {
    const boards = "198.51.100.4/32,203.0.113.77/32";
    const added = (group: string) =>
      rules(resources, group).filter(rule => !rules(usual, group).includes(rule));
    expect(added("nodes")).toEqual([`udp 51820 from ${boards}`]);
    expect(added("servers")).toEqual([`tcp 6443 from ${boards}`]);
    expect(rules(usual, "nodes")).toContain("udp 51820 from nodes");
  });

  it("keeps the token and the connection secret, and neither in a script or a variable", () => {
    const { inputs } = only(resources, REMOTE, "-pi-join");
    expect(inputs).toMatchObject({
      connection: "[secret]",
      stdin: "[secret]",
      addPreviousOutputInEnv: false,
    });
    expect(inputs).not.toHaveProperty("environment");
    expect(String(inputs.create)).toMatch(/^sudo -n sh -c '/);
    expect(only(resources, LOCAL, "-pi-forget").inputs.environment).toEqual({
      TOWPATH_KUBECONFIG: "[secret]",
    });
    expect(JSON.stringify(resources)).not.toContain("canary-key");
  });

  it("has a board join the servers by the addresses that they have outside", () => {
    const create = String(only(resources, REMOTE, "-old-join").inputs.create);
    expect(create).toMatch(/^sh -c '/);
    expect(create).toMatch(/server: https:\/\/(?!10\.)[\d.]+:6443/);
    expect(create).toMatch(/^ListenStream=10\.[\d.]+:6443$/m);
    expect(create).toContain("node-external-ip: 203.0.113.77");
    expect(create).toContain("want=armhf ");
  });

  it("removes K3s from a board that goes, and then its node, by kubectl", () => {
    expect(String(only(resources, REMOTE, "-pi-join").inputs.delete)).toContain(
      "K3s is gone from this board",
    );
    const { inputs } = only(resources, LOCAL, "-pi-forget");
    expect(inputs).not.toHaveProperty("create");
    expect(String(inputs.delete)).toContain("kubectl delete node pi --ignore-not-found");
  });

  it("has a board register anew for other labels and another host key, and for nothing else", async () => {
    const marks = async (changes: Record<string, unknown>) => {
      const made = await platform({ edge: [{ ...BOARD, ...changes }] });
      const [registration] = only(made, LOCAL, "-pi-forget").inputs.triggers as string[];
      const join = only(made, REMOTE, "-pi-join");
      expect(join.inputs).not.toHaveProperty("triggers");
      expect(join.inputs.create).toContain(registration);
      return registration;
    };
    const now = await marks({});
    expect(await marks({ port: 22, user: "root", address: "pi", hostKey: "ssh-ed25519 AAAAC3Nza" })).toEqual(
      now,
    );
    expect(await marks({ labels: { place: "attic" } })).not.toEqual(now);
    expect(await marks({ taints: [{ key: "slow" }] })).not.toEqual(now);
    expect(await marks({ hostKey: "ssh-ed25519 CCCC" })).not.toEqual(now);
  });

  it("leaves the version to the cluster where that upgrades by itself", async () => {
    const made = await platform({ edge: [BOARD], upgrades: { automatic: true } });
    expect(String(only(made, REMOTE, "-pi-join").inputs.create)).toContain("[ -x /usr/local/bin/k3s ] ||");
    expect(String(only(resources, REMOTE, "-pi-join").inputs.create)).not.toContain("[ -x /usr");
  });
});

import { describe, expect, it } from "vitest";
import { externalAddressOf } from "../../components/lib/edge";
import { problems } from "../harness/settings-problems";
import { settingsFor } from "../platforms/kubernetes-settings";

const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHRvd3BhdGg";
const PI = { name: "pi", address: "203.0.113.7", hostKey: KEY };

const found = (edge: unknown) => problems({ "towpath:target": "k3s", "towpath:k3s": { edge } });

describe("towpath:k3s.edge", () => {
  it("is no board by default", () => expect(settingsFor("k3s").k3s.edge).toEqual([]));

  it("asks for a name, an address and a host key, and fills in the rest", () => {
    const [pi] = settingsFor("k3s", { k3s: { edge: [PI] } }).k3s.edge;
    expect(pi).toEqual({ ...PI, user: "root", port: 22, architecture: "arm64", labels: {}, taints: [] });
  });

  it("takes a board behind a router, with labels and taints of its own", () => {
    const behind = {
      ...PI,
      address: "pi.lan",
      externalAddress: "198.51.100.4",
      architecture: "arm",
      labels: {
        "example.com/place": "cellar",
        "node.kubernetes.io/exclude-from-external-load-balancers": "",
      },
      taints: [{ key: "slow", effect: "NoExecute" }],
    };
    expect(found([behind])).toEqual([]);
  });

  it.each([
    ["203.0.113.7", undefined, "203.0.113.7"],
    ["pi.lan", "198.51.100.4", "198.51.100.4"],
    ["203.0.113.7", "198.51.100.4", "198.51.100.4"],
  ])("reaches %s with external address %s at %s", (address, externalAddress, reached) => {
    const [board] = settingsFor("k3s", { k3s: { edge: [{ ...PI, address, externalAddress }] } }).k3s.edge;
    expect(board && externalAddressOf(board)).toBe(reached);
  });

  it.each([
    ["10.0.0.7", "private"],
    ["172.31.0.1", "private"],
    ["192.168.1.20", "private"],
    ["127.0.0.1", "loopback"],
    ["169.254.7.7", "link-local"],
    ["100.64.0.9", "a carrier's NAT"],
    ["0.0.0.0", "no address"],
    ["239.1.2.3", "multicast"],
    ["2001:db8::1", "IPv6"],
    ["pi.example.com", "a name"],
  ])("refuses the external address %s: %s", externalAddress => {
    expect(found([{ ...PI, externalAddress }])).toEqual([
      "towpath:k3s.edge[0].externalAddress: not a public IPv4 address; write the one under which the internet knows the board",
    ]);
  });

  it.each(["pi.lan", "192.168.1.20"])("wants an external address beside %s", address => {
    expect(found([{ ...PI, address }])).toEqual([
      "towpath:k3s.edge[0].externalAddress: missing, while address is no public IPv4 address; write the public IPv4 address under which UDP 51820 reaches the board",
    ]);
  });

  it("refuses two boards behind one address", () => {
    const other = { ...PI, name: "other", address: "pi.lan", externalAddress: "203.0.113.7" };
    expect(found([PI, other])).toEqual([
      "towpath:k3s.edge[1].externalAddress: 203.0.113.7 is that of pi, too, and both would want its UDP 51820; give each board a public address of its own",
    ]);
  });

  it("refuses names that are taken", () => {
    const named = (name: string, last: number) => ({ ...PI, name, address: `203.0.113.${last}` });
    expect(found([named("pi", 1), named("pi", 2), named("spot", 3), named("servers", 4)])).toEqual([
      "towpath:k3s.edge[1].name: two boards have the same name; give the board a name of its own",
      "towpath:k3s.edge[2].name: the name of a pool, too; give the board a name of its own",
      "towpath:k3s.edge[3].name: the name that the servers go by; give the board a name of its own",
    ]);
  });

  it("refuses labels and taints that are not the user's to give", () => {
    const labels = {
      "towpath.dev/place": "a",
      "node-role.kubernetes.io/worker": "b",
      "beta.kubernetes.io/arch": "arm64",
      "-": "c",
      place: "two words",
    };
    const taints = [{ key: "towpath.dev/edge", value: "false" }];
    const own = "one of Kubernetes' own, which no node may give itself; write for example";
    expect(found([{ ...PI, labels, taints }])).toEqual([
      expect.stringContaining("[0].labels.towpath.dev/place: one of towpath's own; leave it out"),
      expect.stringContaining(`[0].labels.node-role.kubernetes.io/worker: ${own}`),
      expect.stringContaining(`[0].labels.beta.kubernetes.io/arch: ${own}`),
      expect.stringContaining("[0].labels.-: not a key and a value of Kubernetes"),
      expect.stringContaining("[0].labels.place: not a key and a value of Kubernetes"),
      expect.stringContaining("[0].taints[0].key: one of towpath's own"),
    ]);
  });

  it.each([
    [{ ...PI, hostKey: undefined }, "towpath:k3s.edge[0].hostKey: missing"],
    [{ ...PI, port: 70_000 }, "towpath:k3s.edge[0].port: too large; write at most 65535"],
    [
      { ...PI, architecture: "amd64" },
      "towpath:k3s.edge[0].architecture: not a value it can take; write arm64 or arm",
    ],
    [{ ...PI, name: "Pi 4" }, "towpath:k3s.edge[0].name: not a pool name"],
    [{ ...PI, key: "secret" }, "towpath:k3s.edge[0].key: unknown key"],
  ])("refuses %j", (board, problem) => expect(found([board]).join()).toContain(problem));
});

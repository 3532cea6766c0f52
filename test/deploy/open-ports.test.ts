import { describe, expect, it } from "vitest";
import type { App } from "../../components/app/model";
import { openPorts } from "../../components/deploy/open-ports";

const port = (published: string, protocol: string) => ({ mode: "ingress", target: 53, published, protocol });
const app = (publish: number[]): App => ({
  name: "dns",
  services: {
    dns: {
      image: "coredns/coredns:1.12.0",
      command: null,
      entrypoint: null,
      ports: [port("5300", "udp"), port("5300", "tcp"), port("9153", "tcp")],
      "x-towpath": { publish },
    },
    api: { image: "example/api:1", command: null, entrypoint: null, ports: [port("8080", "tcp")] },
  },
});

describe("openPorts", () => {
  it("are the host ports that x-towpath.publish names, in each of their protocols", () => {
    expect(openPorts(app([5300]))).toEqual([
      { service: "dns", port: 5300, protocol: "udp" },
      { service: "dns", port: 5300, protocol: "tcp" },
    ]);
  });

  it("are none when nothing is opened, whatever is published", () => {
    expect(openPorts(app([]))).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { shortPorts } from "../../../components/app/load/canonical/port-text";
import { splitCommand } from "../../../components/app/load/shell-words";
import { loadText, problemsOf } from "./compose-files";

/** A service with these keys, in long form. */
function service(keys: string): Record<string, unknown> {
  const { app } = loadText(
    `services:\n  a:\n    image: x\n    ${keys}\nvolumes: {data: {}}\nsecrets: {s: {file: ./s}}\n`,
  );
  return { ...app.services.a };
}

describe("short forms", () => {
  it.each([
    ["80", [{ target: 80 }]],
    ["8080:80", [{ target: 80, published: "8080" }]],
    ["127.0.0.1:8080:80/udp", [{ host_ip: "127.0.0.1", target: 80, published: "8080", protocol: "udp" }]],
    ["[::1]:1:2", [{ host_ip: "::1", target: 2, published: "1" }]],
    [
      "9-10:1009-1010",
      [
        { target: 1009, published: "9" },
        { target: 1010, published: "10" },
      ],
    ],
    ["3000-3005:80", [{ target: 80, published: "3000-3005" }]],
  ])("port %s", (text, ports) => {
    const expected = ports.map(port => ({ mode: "ingress", protocol: "tcp", ...port }));
    expect(service(`ports: ["${text}"]`).ports).toEqual(expected);
  });

  it.each(["", "a", "70000", "1-2:3-5", "1.2.3.400:1:2", "80/xyz", "::1:80:80"])(
    "port %j is refused",
    text => {
      expect(shortPorts(text)).toBeTypeOf("string");
    },
  );

  it.each([
    ["data:/data", { type: "volume", source: "data", target: "/data", volume: {} }],
    ["/data", { type: "volume", target: "/data", volume: {} }],
    [
      "data:/data/:ro,nocopy",
      { type: "volume", source: "data", target: "/data", read_only: true, volume: { nocopy: true } },
    ],
    [
      "/abs:/data:rw,z,rshared",
      { type: "bind", source: "/abs", target: "/data", bind: { selinux: "z", propagation: "rshared" } },
    ],
    ["C:\\x:/data", { type: "bind", source: "C:\\x", target: "/data", bind: {} }],
  ])("volume %s", (text, mount) => {
    expect(service(`volumes: ['${text}']`).volumes).toEqual([mount]);
  });

  it("starts a relative bind mount at the file's folder, and ~ at home", () => {
    const text = "services: {a: {image: x, volumes: ['./a:/a', '../b:/b', '~/c:/c']}}";
    const { app, directory } = loadText(text, { environment: { HOME: "/home/me" } });
    const sources = app.services.a?.volumes?.map(({ source }) => source);
    expect(sources).toEqual([`${directory}/a`, `${directory.replace(/\/[^/]+$/, "")}/b`, "/home/me/c"]);
  });

  it.each([
    ["build: ./app", "build", { context: expect.stringMatching(/\/app$/), dockerfile: "Dockerfile" }],
    ['command: sh -c \'a b\' "c\\"d"', "command", ["sh", "-c", "a b", 'c"d']],
    ["environment: [A=1, B, 'C=x=y']", "environment", { A: "1", B: null, C: "x=y" }],
    ["environment: {A: 1.0, B: true, C: }", "environment", { A: "1", B: "true", C: null }],
    [
      "healthcheck: {test: curl x, interval: 90s, retries: 3}",
      "healthcheck",
      { test: ["CMD-SHELL", "curl x"], interval: "1m30s", retries: 3 },
    ],
    ["secrets: [s]", "secrets", [{ source: "s", target: "/run/secrets/s" }]],
    [
      "ulimits: {nproc: 5, nofile: {soft: 1, hard: 2}}",
      "ulimits",
      { nproc: 5, nofile: { soft: 1, hard: 2 } },
    ],
    [
      "devices: ['/dev/a', '/dev/b:/dev/c:r']",
      "devices",
      [
        { source: "/dev/a", target: "/dev/a", permissions: "rwm" },
        { source: "/dev/b", target: "/dev/c", permissions: "r" },
      ],
    ],
    ["gpus: all", "gpus", [{ count: -1 }]],
    ["extra_hosts: {b: '::1', a: [1.1.1.1, 2.2.2.2]}", "extra_hosts", ["a=1.1.1.1", "a=2.2.2.2", "b=::1"]],
    ["mem_limit: 1.5g", "mem_limit", "1610612736"],
    ["dns: 1.1.1.1", "dns", ["1.1.1.1"]],
    ["stop_grace_period: 1d2h", "stop_grace_period", "26h0m0s"],
    ["sysctls: [net.a=1]", "sysctls", { "net.a": "1" }],
    ["expose: [80, '90']", "expose", ["80", "90"]],
    ["labels: {a: , b: 1}", "labels", { a: "", b: "1" }],
    [
      "deploy: {resources: {limits: {cpus: '0.25', memory: 64M}}}",
      "deploy",
      { resources: { limits: { cpus: 0.25, memory: "67108864" } }, placement: {} },
    ],
  ])("%s", (keys, key, value) => {
    expect(service(keys)[key]).toEqual(value);
  });

  it("splits commands as a shell does", () => {
    expect(splitCommand("a 'b c' d\\ e \"f g\"")).toEqual(["a", "b c", "d e", "f g"]);
    expect(splitCommand("a $(b c) `d e`")).toEqual(["a", "$(b c)", "`d e`"]);
    expect(splitCommand("a b; c")).toEqual(["a", "b"]);
    expect(splitCommand("a 'b")).toBeUndefined();
  });

  it("says what a short form should look like", () => {
    expect(problemsOf(() => service("ports: ['80:x']"))).toEqual([
      "services.a.ports[0]: `x` is no port or range of ports from 0 to 65535; write `[address:][host:]container[/protocol]`, e.g. `8080:80`",
    ]);
    expect(problemsOf(() => service("volumes: ['data::b']"))).toEqual([
      "services.a.volumes[0]: in `data::b` there is nothing between two colons; write `[source:]target[:options]`, e.g. `data:/var/lib/data`",
    ]);
  });
});

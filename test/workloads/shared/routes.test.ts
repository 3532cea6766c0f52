import { describe, expect, it } from "vitest";
import type { Port } from "../../../components/app/model/port";
import type { Service } from "../../../components/app/model/service";
import { InvalidInput } from "../../../components/lib/issues";
import { Reporter } from "../../../components/workloads/shared/reporter";
import { routesOf } from "../../../components/workloads/shared/routes";
import { loadedApp } from "./loaded-app";

type Services = Readonly<Record<string, Partial<Service>>>;

function routes(services: Services, domain?: string) {
  const loaded = loadedApp({ services });
  const reporter = new Reporter(loaded);
  const found = routesOf(loaded, domain, reporter);
  return { routes: found, reporter };
}

function refusals(services: Services): readonly string[] {
  try {
    routes(services).reporter.throwIfRefused();
  } catch (error) {
    if (error instanceof InvalidInput) return error.issues.map(({ path }) => path);
    throw error;
  }
  return [];
}

const port = (published: string, target = 1000, protocol = "tcp"): Port => ({
  target,
  published,
  protocol,
  mode: "ingress",
});
const ingress = (value: object) => ({ "x-towpath": { ingress: value } });

describe("the implicit route", () => {
  it.each([
    ["host port 80 before all", { a: { ports: [port("8080")] }, b: { ports: [port("80")] } }, "b"],
    [
      "the first service with a usual port",
      { a: { ports: [port("5432")] }, b: { ports: [port("5050")] }, c: { ports: [port("8080")] } },
      "b",
    ],
    [
      "no route to 443, UDP or unusual ports",
      { a: { ports: [port("443"), port("8080", 1, "udp"), port("25565")] } },
      undefined,
    ],
  ] as const)("leads to %s", (_, services, service) => {
    expect(routes(services).routes.map(route => route.service)).toEqual(
      service === undefined ? [] : [service],
    );
  });

  it("prefers the likelier port of the service", () => {
    expect(routes({ a: { ports: [port("9000", 1), port("8080", 2)] } }).routes[0]?.port).toBe(2);
  });

  it("has TLS only with a domain, and is reported", () => {
    const services = { a: { ports: [port("80")] } };
    expect(routes(services).routes).toEqual([
      { service: "a", path: "/", port: 1000, tls: false, sticky: false, timeoutSeconds: 60 },
    ]);
    const { routes: named, reporter } = routes(services, "example.com");
    expect(named[0]).toMatchObject({ host: "example.com", tls: true });
    expect(reporter.entries()).toMatchObject([{ path: "services.a.ports[0]", verdict: "adapted" }]);
  });
});

describe("an ingress", () => {
  it("takes the service's name under the domain and its only port", () => {
    expect(routes({ a: { expose: ["3000"], ...ingress({ timeout: "90s" }) } }, "example.com").routes).toEqual(
      [
        {
          service: "a",
          host: "a.example.com",
          path: "/",
          port: 3000,
          tls: true,
          sticky: false,
          timeoutSeconds: 90,
        },
      ],
    );
  });

  it.each([
    ["500ms", 1],
    ["5m", 300],
    ["1h", 3600],
  ] as const)("may take %s", (timeout, expected) => {
    expect(routes({ a: ingress({ port: 1, timeout }) }).routes[0]?.timeoutSeconds).toBe(expected);
  });

  it("keeps the implicit route away", () => {
    const found = routes({ a: { ports: [port("80")] }, b: ingress({ port: 1, path: "/b" }) }).routes;
    expect(found.map(({ service }) => service)).toEqual(["b"]);
  });

  it("is refused without a clear port, and where another has its place", () => {
    expect(refusals({ a: { expose: ["1", "2"], ...ingress({}) } })).toEqual(["services.a.x-towpath.ingress"]);
    const twice = [
      { port: 1, host: "x.example.com" },
      { port: 2, host: "x.example.com" },
    ];
    expect(refusals({ a: ingress(twice) })).toEqual(["services.a.x-towpath.ingress[1]"]);
  });
});

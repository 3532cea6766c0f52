import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connects, INTERNET, PRIVATE } from "./network-policies";
import { find, namesOf, planOf } from "./plan-of";

const ipam = {};
const memberOf = (...networks: string[]) => ({
  networks: Object.fromEntries(networks.map(name => [name, null])),
});

describe("networks", () => {
  it("let two services reach each other exactly when they share one", () => {
    const membership = fc.dictionary(
      fc.constantFrom("a", "b", "c", "d"),
      fc.subarray(["red", "green", "blue"], { minLength: 1 }),
      { minKeys: 2 },
    );
    fc.assert(
      fc.property(membership, members => {
        const services = Object.fromEntries(
          Object.entries(members).map(([name, nets]) => [name, memberOf(...nets)]),
        );
        const networks = Object.fromEntries(["red", "green", "blue"].map(name => [name, { name, ipam }]));
        const plan = planOf(services, { networks });
        for (const [from, own] of Object.entries(members)) {
          for (const [to, others] of Object.entries(members)) {
            const share = own.some(network => others.includes(network));
            expect(connects(plan, { service: from }, { service: to }, 4321)).toBe(share);
          }
        }
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it("reach the internet, but no private address, unless all of a service's networks are internal", () => {
    const networks = { open: { name: "open", ipam }, shut: { name: "shut", ipam, internal: true } };
    const plan = planOf({ both: memberOf("open", "shut"), inside: memberOf("shut") }, { networks });
    expect(connects(plan, { service: "both" }, INTERNET, 443)).toBe(true);
    expect(connects(plan, { service: "both" }, PRIVATE, 443)).toBe(false);
    expect(connects(plan, { service: "inside" }, INTERNET, 443)).toBe(false);
  });

  it("let every service ask the cluster's DNS, and nobody else's", () => {
    const plan = planOf({ alone: { network_mode: "none" } });
    expect(connects(plan, { service: "alone" }, { namespace: "kube-system" }, 53)).toBe(true);
    expect(connects(plan, { service: "alone" }, { namespace: "kube-system" }, 443)).toBe(false);
    expect(connects(plan, { service: "alone" }, { namespace: "other" }, 53)).toBe(false);
  });

  it("let the Gateway in on the routed port alone, and Prometheus on all", () => {
    const plan = planOf({
      web: { expose: ["8080", "9090"], "x-towpath": { ingress: { port: 8080 } } },
      db: {},
    });
    expect(connects(plan, { namespace: "traefik" }, { service: "web" }, 8080)).toBe(true);
    expect(connects(plan, { namespace: "traefik" }, { service: "web" }, 9090)).toBe(false);
    expect(connects(plan, { namespace: "traefik" }, { service: "db" }, 8080)).toBe(false);
    expect(connects(plan, { namespace: "monitoring" }, { service: "db" }, 1234)).toBe(true);
    expect(connects(plan, { namespace: "other" }, { service: "web" }, 8080)).toBe(false);
  });

  it("let Prometheus in to no service that has no network", () => {
    const plan = planOf({ alone: { network_mode: "none" }, web: {} });
    expect(connects(plan, { namespace: "monitoring" }, { service: "alone" }, 1234)).toBe(false);
    expect(connects(plan, { namespace: "monitoring" }, { service: "web" }, 1234)).toBe(true);
  });

  it("let a service reach the private addresses that its dns and extra_hosts name, and nobody else", () => {
    const plan = planOf({
      web: {
        dns: ["10.0.0.2", "fd00::53"],
        extra_hosts: ["old=10.9.8.7", "six=[fd00::7]", "host=host-gateway"],
      },
      db: {},
    });
    const reaches = (service: string, address: string, port: number) =>
      connects(plan, { service }, { address }, port);
    for (const server of ["10.0.0.2", "fd00::53"]) {
      expect([server, reaches("web", server, 53), reaches("web", server, 443)]).toEqual([
        server,
        true,
        false,
      ]);
    }
    for (const host of ["10.9.8.7", "fd00::7"]) {
      expect([host, reaches("web", host, 443), reaches("db", host, 443)]).toEqual([host, true, false]);
    }
    expect(reaches("web", "10.9.8.8", 443)).toBe(false);
    expect(reaches("db", "10.0.0.2", 53)).toBe(false);
  });

  it("name no address that the internet's rule leads to, nor any of an internal network's", () => {
    const named = { dns: ["10.0.0.2"], extra_hosts: ["old=10.9.8.7"] };
    const networks = { shut: { name: "shut", ipam, internal: true } };
    const plan = planOf(
      {
        open: { dns: ["9.9.9.9"], extra_hosts: ["far=198.51.100.7"] },
        inside: { ...named, ...memberOf("shut") },
        alone: { ...named, network_mode: "none" },
      },
      { networks },
    );
    expect(namesOf(plan, "NetworkPolicy").filter(name => name.endsWith("-to-addresses"))).toEqual([]);
    expect(connects(plan, { service: "inside" }, { address: "10.9.8.7" }, 443)).toBe(false);
    expect(connects(plan, { service: "alone" }, { address: "10.0.0.2" }, 53)).toBe(false);
  });

  it("let the world in on published ports alone", () => {
    const port = { target: 25, published: "2525", protocol: "tcp", mode: "ingress" };
    const other = { ...port, target: 26, published: "2626" };
    const plan = planOf({ mail: { ports: [port, other], "x-towpath": { publish: [2525] } } });
    expect(connects(plan, INTERNET, { service: "mail" }, 25)).toBe(true);
    expect(connects(plan, INTERNET, { service: "mail" }, 26)).toBe(false);
    expect(find(plan, "Service", "mail-public").spec).toMatchObject({
      type: "LoadBalancer",
      ports: [{ port: 2525, targetPort: 25, protocol: "TCP" }],
    });
  });

  it("let the pod that watches a Job reach the API server, and no other pod of the app", () => {
    const wait = {
      depends_on: { job: { condition: "service_completed_successfully" as const, required: true } },
    };
    const plan = planOf({ job: {}, web: wait });
    const policy = find(plan, "NetworkPolicy", "job-gate").spec as { podSelector: object };
    expect(policy.podSelector).toEqual({
      matchLabels: { "app.kubernetes.io/name": "job-gate", "app.kubernetes.io/instance": "app" },
    });
    expect(connects(plan, { service: "web" }, PRIVATE, 6443)).toBe(false);
  });
});

describe("routes", () => {
  const web = { expose: ["8080"], "x-towpath": { ingress: { host: "www.example.com", port: 8080 } } };

  it("hang on a listener with a certificate, beside a redirect from plain HTTP", () => {
    const plan = planOf({ web }, {}, { clusterIssuer: "letsencrypt" });
    const gateway = find(plan, "Gateway", "app");
    expect(gateway.metadata.annotations).toEqual({ "cert-manager.io/cluster-issuer": "letsencrypt" });
    expect(gateway.spec).toMatchObject({
      gatewayClassName: "traefik",
      listeners: [
        { name: "http", port: 8000 },
        { name: "https-www-example-com", port: 8443, hostname: "www.example.com" },
      ],
    });
    expect(namesOf(plan, "HTTPRoute")).toEqual(["web-www-example-com", "web-www-example-com-redirect"]);
    expect(find(plan, "HTTPRoute", "web-www-example-com").spec).toMatchObject({
      parentRefs: [{ name: "app", sectionName: "https-www-example-com" }],
      rules: [{ backendRefs: [{ name: "web", port: 8080 }], timeouts: { request: "60s" } }],
    });
  });

  it("listen where another Gateway class does", () => {
    const ports = (facts: object) =>
      (
        find(planOf({ web }, {}, facts), "Gateway", "app").spec as { listeners: { port: number }[] }
      ).listeners.map(({ port }) => port);
    expect(ports({ gatewayClass: "cilium" })).toEqual([80, 443]);
    expect(ports({ gatewayPorts: { http: 81, https: 444 } })).toEqual([81, 444]);
  });

  it("need no Gateway when nobody asks for one", () => {
    expect(namesOf(planOf({ worker: {} }), "Gateway")).toEqual([]);
  });
});

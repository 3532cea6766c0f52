import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connects } from "./network-policies";
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
    expect(connects(plan, { service: "both" }, { address: "internet" }, 443)).toBe(true);
    expect(connects(plan, { service: "both" }, { address: "private" }, 443)).toBe(false);
    expect(connects(plan, { service: "inside" }, { address: "internet" }, 443)).toBe(false);
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

  it("let the world in on published ports alone", () => {
    const port = { target: 25, published: "2525", protocol: "tcp", mode: "ingress" };
    const other = { ...port, target: 26, published: "2626" };
    const plan = planOf({ mail: { ports: [port, other], "x-towpath": { publish: [2525] } } });
    expect(connects(plan, { address: "internet" }, { service: "mail" }, 25)).toBe(true);
    expect(connects(plan, { address: "internet" }, { service: "mail" }, 26)).toBe(false);
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
    expect(connects(plan, { service: "web" }, { address: "private" }, 6443)).toBe(false);
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

import { describe, expect, it } from "vitest";
import { interpret } from "../../components/capabilities/interpret";
import { capabilities } from "../../components/settings/capabilities";
import { answers, BARE, found, list } from "./answers";

const node = (providerID: string) => list({ metadata: { name: "one" }, spec: { providerID } });
const daemonSet = (name: string) => list({ metadata: { name } });

describe("interpret", () => {
  it("says what a bare cluster lacks, and nothing of what it cannot tell", () => {
    expect(interpret(BARE)).toEqual({
      kubernetesVersion: "1.35.2",
      gatewayApi: false,
      gatewayClasses: [],
      metricsApi: false,
      loadBalancer: false,
      podSecurity: true,
      storageClasses: [],
      policyEngines: [],
    });
  });

  it("finds what a well-equipped cluster has", () => {
    const full = answers({
      groups: found({ groups: [{ name: "kyverno.io" }, { name: "templates.gatekeeper.sh" }] }),
      gatewayApi: found({ kind: "APIResourceList" }),
      gatewayClasses: list({ metadata: { name: "traefik" } }, { metadata: { name: "envoy" } }),
      metricsApi: found({ kind: "APIResourceList" }),
      admissionPolicies: list(),
      nodes: node("aws:///us-east-1a/i-0123456789abcdef0"),
      storageClasses: list(
        {
          metadata: { name: "gp3", annotations: { "storageclass.kubernetes.io/is-default-class": "true" } },
          provisioner: "ebs.csi.aws.com",
        },
        { metadata: { name: "efs" }, provisioner: "efs.csi.aws.com" },
      ),
      daemonSets: daemonSet("calico-node"),
    });
    expect(interpret(full)).toMatchObject({
      gatewayApi: true,
      gatewayClasses: ["envoy", "traefik"],
      metricsApi: true,
      loadBalancer: true,
      networkPolicy: true,
      policyEngines: ["gatekeeper", "kyverno", "validating-admission-policy"],
      storageClasses: [
        { name: "efs", provisioner: "efs.csi.aws.com", default: false },
        { name: "gp3", provisioner: "ebs.csi.aws.com", default: true },
      ],
    });
  });

  it.each([
    [
      "a Service that has an address",
      {
        services: list({
          spec: { type: "LoadBalancer" },
          status: { loadBalancer: { ingress: [{ ip: "192.0.2.1" }] } },
        }),
      },
      true,
    ],
    [
      "a Service that waits for one",
      { services: list({ spec: { type: "LoadBalancer" }, status: { loadBalancer: {} } }) },
      false,
    ],
    ["MetalLB", { daemonSets: daemonSet("metallb-speaker") }, true],
    ["nodes of a cloud", { nodes: node("gce://project/zone/name") }, true],
    ["nodes of kind", { nodes: node("kind://docker/kind/kind-control-plane") }, false],
    ["nodes of K3s, whose controller may be off", { nodes: node("k3s://one") }, undefined],
    ["nodes that nobody may list", { nodes: { kind: "forbidden" } as const }, undefined],
  ])("tells of load balancers by %s", (_, own, expected) => {
    expect(interpret(answers(own)).loadBalancer).toBe(expected);
  });

  it.each([
    ["cilium", true],
    ["kube-flannel-ds", false],
    ["aws-node", undefined],
  ])("tells by the DaemonSet %s whether NetworkPolicies are enforced", (name, expected) => {
    expect(interpret(answers({ daemonSets: daemonSet(name) })).networkPolicy).toBe(expected);
  });

  it("leaves out what it may not see", () => {
    const hidden = { kind: "forbidden" } as const;
    const seen = interpret(
      answers({ gatewayClasses: hidden, storageClasses: hidden, metricsApi: hidden, groups: hidden }),
    );
    for (const key of ["gatewayClasses", "storageClasses", "metricsApi", "policyEngines"])
      expect(seen).not.toHaveProperty(key);
  });

  it("gives what the setting takes", () => {
    expect(capabilities.parse(interpret(BARE))).toEqual(interpret(BARE));
  });
});

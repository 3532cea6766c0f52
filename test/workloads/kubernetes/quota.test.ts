import { describe, expect, it } from "vitest";
import { mostPods } from "../../../components/workloads/kubernetes/most-pods";
import { podNeed, quantityNumber } from "../../../components/workloads/kubernetes/pod-need";
import { find, namesOf, planOf } from "./plan-of";

const MIB = 1024 ** 2;
const hardOf = (plan: ReturnType<typeof planOf>) =>
  (find(plan, "ResourceQuota", "towpath").spec as { hard: Record<string, string> }).hard;
const exactly = { quota: { headroomPercent: 0 } };

describe("a pod's need", () => {
  const container = (cpu: string, memory: string) => ({
    resources: { requests: { cpu, memory }, limits: { cpu } },
  });

  it("is that of all containers together, or of the greediest init container", () => {
    const containers = [container("250m", "64Mi"), container("1", "64Mi")];
    const initContainers = [container("100m", "1Gi"), container("50m", "32Mi")];
    expect(podNeed({ spec: { containers, initContainers } })).toEqual({
      requests: { cpu: 1.25, memory: 1024 * MIB },
      limits: { cpu: 1.25 },
    });
  });

  it.each([
    ["250m", 0.25],
    ["3", 3],
    ["1.5Gi", 1536 * MIB],
  ])("reads %s", (text, number) => expect(quantityNumber(text)).toBe(number));

  it("is not guessed", () => expect(() => quantityNumber("64 megs")).toThrow(RangeError));
});

describe("the most pods of a workload", () => {
  const of = (kind: string, spec: object, max?: number) =>
    mostPods({ apiVersion: "", kind, metadata: { name: "a" }, spec }, max);

  it.each([
    ["old and new ones and a surge", of("Deployment", { replicas: 3 }), 7],
    ["no surge where it stops first", of("Deployment", { strategy: { rollingUpdate: { maxSurge: 0 } } }), 2],
    ["all at once", of("Deployment", { replicas: 4, strategy: { rollingUpdate: { maxSurge: "100%" } } }), 12],
    ["the autoscaler's maximum", of("Deployment", {}, 10), 21],
    ["those of a Job and of the one before", of("Job", { parallelism: 2 }), 4],
    ["any number on every node", of("DaemonSet", {}), Number.POSITIVE_INFINITY],
  ])("is %s", (_, pods, expected) => expect(pods).toBe(expected));
});

describe("the quota", () => {
  const web = { deploy: { replicas: 2, resources: { limits: { cpus: 1, memory: "104857600" } } } };

  it("fits the app with a rollout under way, and nothing more than that when no headroom is asked for", () => {
    const hard = hardOf(planOf({ web }, {}, exactly));
    expect(hard).toMatchObject({ pods: "5", "limits.cpu": "5", "limits.memory": "500Mi" });
    expect(hardOf(planOf({ web }))).toMatchObject({
      pods: "10",
      "limits.cpu": "10",
      "limits.memory": "1000Mi",
    });
  });

  it("allows as many load balancers as are published, and as much storage as a move of all volumes needs", () => {
    const port = { target: 25, published: "2525", protocol: "tcp", mode: "ingress" };
    const mail = {
      ports: [port],
      "x-towpath": { publish: [2525] },
      volumes: [{ type: "volume" as const, source: "d", target: "/d" }],
    };
    expect(hardOf(planOf({ mail }, { volumes: { d: { name: "d" } } }, exactly))).toMatchObject({
      "services.loadbalancers": "1",
      "services.nodeports": "1",
      persistentvolumeclaims: "2",
      "requests.storage": "20Gi",
    });
    expect(hardOf(planOf({ web }))).toMatchObject({
      "services.loadbalancers": "0",
      persistentvolumeclaims: "0",
    });
  });

  it("counts no pods where a service runs on every node", () => {
    expect(Object.keys(hardOf(planOf({ web, agent: { deploy: { mode: "global" } } })))).not.toContain("pods");
  });

  it("is not there when the settings say so, nor are the limits that it needs", () => {
    const plan = planOf({ web }, {}, { quota: false });
    expect([...namesOf(plan, "ResourceQuota"), ...namesOf(plan, "LimitRange")]).toEqual([]);
  });
});

describe("the team", () => {
  it("gets Kubernetes' own roles in the namespace, and only those that it is named for", () => {
    const plan = planOf({ web: {} }, {}, { team: { view: ["support", "auditors"], edit: [] } });
    expect(namesOf(plan, "RoleBinding")).toEqual(["team-view"]);
    expect(find(plan, "RoleBinding", "team-view")).toMatchObject({
      metadata: { namespace: "app" },
      roleRef: { kind: "ClusterRole", name: "view" },
      subjects: [
        { kind: "Group", name: "auditors" },
        { kind: "Group", name: "support" },
      ],
    });
  });
});

import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { load } from "../../components/app/load/load";
import { type BoardFacts, EDGE_LABEL, EDGE_TAINT } from "../../components/lib/edge";
import { ROOT } from "../harness/equipment";
import { kubectl, programs, tryKubectl, why } from "./harness/cluster";
import { listOf, planFor } from "./harness/rendered";

const COMPOSE = join(ROOT, "test/cluster/app/boards.yaml");
const BOARDS: readonly BoardFacts[] = [
  { name: "kitchen", architecture: "arm64" },
  { name: "attic", architecture: "arm" },
];
/** Within which the scheduler has seen every pod, seconds; a pod that fits nowhere has no node then. */
const PATIENCE = 60;

/** A node as K3s would register a board; nothing runs behind it, so its pods are placed and go no further. */
function nodeOf({ name, architecture }: BoardFacts) {
  return {
    apiVersion: "v1",
    kind: "Node",
    metadata: {
      name,
      labels: {
        "kubernetes.io/hostname": name,
        "kubernetes.io/os": "linux",
        "kubernetes.io/arch": architecture,
        "towpath.dev/pool": name,
        [EDGE_LABEL]: "true",
      },
    },
    spec: { taints: [EDGE_TAINT] },
  };
}

const STATUS = {
  status: {
    capacity: { cpu: "4", memory: "4Gi", pods: "110", "ephemeral-storage": "30Gi" },
    allocatable: { cpu: "4", memory: "4Gi", pods: "110", "ephemeral-storage": "30Gi" },
    conditions: [{ type: "Ready", status: "True", reason: "KubeletReady", message: "" }],
  },
};

/** The nodes of each service's pods, sorted; "" for a pod that has none. */
async function placed(namespace: string): Promise<Record<string, readonly string[]>> {
  const words = ["--namespace", namespace, "get", "pods", "--output=json"];
  const { items } = JSON.parse(await kubectl(words)) as {
    items: readonly { metadata: { labels: Record<string, string> }; spec: { nodeName?: string } }[];
  };
  const nodes: Record<string, string[]> = {};
  for (const { metadata, spec } of items) {
    const service = metadata.labels["app.kubernetes.io/name"] ?? "";
    nodes[service] = [...(nodes[service] ?? []), spec.nodeName ?? ""].sort();
  }
  return nodes;
}

async function allPlaced(namespace: string): Promise<Record<string, readonly string[]>> {
  for (let left = PATIENCE; left > 0; left -= 1) {
    const nodes = await placed(namespace);
    if (Object.keys(nodes).length > 7 && !Object.values(nodes).flat().includes("")) return nodes;
    await sleep(1000);
  }
  return placed(namespace);
}

describe.skipIf(programs === undefined)(`boards, as the real scheduler sees them${why}`, () => {
  const { manifests, namespace } = planFor(load({ files: [COMPOSE] }), "standard", BOARDS);
  let own: readonly string[] = [];

  beforeAll(async () => {
    const names = await kubectl(["get", "nodes", "--output=jsonpath={.items[*].metadata.name}"]);
    own = names.split(" ").filter(name => !BOARDS.some(board => board.name === name));
    for (const board of BOARDS) {
      await kubectl(["apply", "--server-side", "--filename", "-"], JSON.stringify(nodeOf(board)));
      const patch = ["patch", "node", board.name, "--subresource=status", "--type=merge"];
      await kubectl([...patch, "--patch", JSON.stringify(STATUS)]);
    }
  });
  afterAll(async () => {
    await tryKubectl(["delete", "namespace", namespace, "--ignore-not-found", "--wait=false"]);
    // With its node a pod goes that nobody would say farewell to.
    for (const { name } of BOARDS) await tryKubectl(["delete", "node", name, "--ignore-not-found"]);
  });

  it("have the pods that ask for them, and no others", async () => {
    const [first, ...rest] = manifests.map(({ manifest }) => manifest);
    const apply = ["apply", "--server-side", "--validate=strict", "--filename", "-"];
    await kubectl(apply, JSON.stringify(first));
    await kubectl(apply, listOf(rest.filter(({ apiVersion }) => !apiVersion.startsWith("gateway."))));

    const { migrate = [], ...nodes } = await allPlaced(namespace);
    expect(nodes).toEqual({
      web: own,
      everywhere: own,
      "migrate-gate": own,
      gateway: ["attic"],
      sensors: ["attic", "kitchen"],
      watchers: ["attic", "kitchen"],
      camera: ["attic"],
    });
    expect(["attic", "kitchen"]).toContain(migrate[0]);
  });
});

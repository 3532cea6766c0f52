import { stringify } from "yaml";
import type { DockerPlan } from "../../../components/workloads/docker/docker-plan";
import { DOCKER_SUPPORT } from "../../../components/workloads/docker/support";
import { CHANGE_CAUSE } from "../../../components/workloads/kubernetes/change-cause";
import type { KubernetesPlan, Manifest } from "../../../components/workloads/kubernetes/kubernetes-plan";
import { KUBERNETES_SUPPORT } from "../../../components/workloads/kubernetes/support";
import { NOT_GENERATED } from "../every-key/exceptions";
import { difference } from "./difference";
import { featurePath } from "./features";
import { isAbout, type Outcome, type Said } from "./outcome";

/** What a Docker plan holds beside the Compose file. */
const RELEASE = [
  "services",
  "volumes",
  "files",
  "secretPlacements",
  "openPorts",
  "proxy",
  "externalNetworks",
  "backups",
  "images",
  "secrets",
] as const;

/**
 * A feature's goldens by file: what each target makes of it, as far as that is not what it makes of `plain`, and
 * what it says of it. No file for a target that refuses it.
 */
export function goldens(
  feature: { readonly name: string; readonly key: string },
  outcome: Outcome,
  plain: Outcome | undefined,
): Record<string, string> {
  const { docker, kubernetes } = outcome;
  const text = (tree: object, other: object | undefined) =>
    here(feature.name, yaml(difference(tree, other) ?? {}));
  return {
    ...(docker.plan && {
      "docker.yaml": text(dockerTree(docker.plan), plain?.docker.plan && dockerTree(plain.docker.plan)),
    }),
    ...(kubernetes.plan && {
      "kubernetes.yaml": text(
        kubernetesTree(kubernetes.plan),
        plain?.kubernetes.plan && kubernetesTree(plain.kubernetes.plan),
      ),
    }),
    "verdicts.txt": here(feature.name, verdictsText(feature.key, outcome, plain)),
  };
}

/** The rendered Compose file, and beside it what the rollout is told. */
export function dockerTree(plan: DockerPlan): object {
  const release = RELEASE.map(key => [key, plan[key]] as const).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return { compose: plan.compose, release: Object.fromEntries(release) };
}

/** Manifests that follow from all others, and would be in every golden. */
const SUMS = ["quota", "release"];

/** Every manifest, by kind and name, without sums and digests of the others. */
export function kubernetesTree(plan: KubernetesPlan): object {
  const manifests = plan.manifests.flatMap(({ key, manifest }) =>
    SUMS.includes(key) ? [] : [[`${manifest.kind}/${manifest.metadata.name}`, withoutCause(manifest)]],
  );
  return Object.fromEntries(manifests);
}

function withoutCause(manifest: Manifest): Manifest {
  const { [CHANGE_CAUSE]: _, ...annotations } = manifest.metadata.annotations ?? {};
  if (Object.keys(annotations).length === 0) return manifest;
  return { ...manifest, metadata: { ...manifest.metadata, annotations } };
}

/** By path, what each target says of it: of the feature's key all, of others what it does not say of `plain`. */
function verdictsText(key: string, outcome: Outcome, plain: Outcome | undefined): string {
  const lines = new Map<string, string[]>();
  for (const target of ["docker", "kubernetes"] as const) {
    const known = new Set((plain?.[target].said ?? []).map(one => JSON.stringify(one)));
    for (const said of [...outcome[target].said, ...resolved(key, target)]) {
      if (known.has(JSON.stringify(said)) && !isAbout(key, said.path)) continue;
      const line = `  ${target.padEnd(10)}  ${said.verdict.padEnd(7)}  ${said.note}`;
      lines.set(said.path, [...(lines.get(said.path) ?? []), line]);
    }
  }
  return [...lines].map(([path, said]) => [path, ...said, ""].join("\n")).join("\n");
}

/** What the guide says of a key of which the loader leaves nothing to plan. */
function resolved(key: string, target: "docker" | "kubernetes"): readonly Said[] {
  const table = { docker: DOCKER_SUPPORT, kubernetes: KUBERNETES_SUPPORT }[target];
  return Object.entries(table)
    .filter(([row]) => row === key && row in NOT_GENERATED)
    .map(([path, { verdict, note }]) => ({ path, verdict, note }));
}

function yaml(value: unknown): string {
  return stringify(value, { version: "1.1", lineWidth: 0, aliasDuplicateObjects: false });
}

/** Without the place where this checkout lies. */
function here(name: string, text: string): string {
  return text.replaceAll(featurePath(name, ""), ".");
}

import type { AppFacts, AppWorkload } from "../addons/app-facts";
import type { KubernetesPlan } from "../workloads/kubernetes/kubernetes-plan";
import { mapText } from "../workloads/kubernetes/map-text";
import { placeholdersOf } from "../workloads/kubernetes/placeholders";

const KINDS = ["Deployment", "StatefulSet", "DaemonSet"] as const;

/** What the add-ons must know of a planned app. */
export function appFacts(plan: KubernetesPlan): AppFacts {
  return { namespace: plan.namespace, workloads: workloadsOf(plan), ownImages: ownImages(plan) };
}

/** What stays up for a service; the small pods that wait for a Job's end are none of its. */
function workloadsOf({ manifests, routes }: KubernetesPlan): readonly AppWorkload[] {
  const routed = new Set(routes.map(({ service }) => service));
  const jobs = manifests.filter(({ manifest }) => manifest.kind === "Job");
  const gates = new Set(jobs.map(({ key }) => key.replace(/-job$/, "-gate")));
  return manifests
    .flatMap(({ service, manifest }) => {
      const kind = KINDS.find(one => one === manifest.kind);
      if (kind === undefined || service === undefined || gates.has(manifest.metadata.name)) return [];
      return [{ name: manifest.metadata.name, kind, routed: routed.has(service) }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The images in the manifests that are no service's own. */
function ownImages(plan: KubernetesPlan): readonly string[] {
  const { servicesIn } = placeholdersOf(plan);
  const found = new Set<string>();
  for (const { manifest } of plan.manifests)
    mapText(manifest, (text, field) => {
      if (field === "image" && servicesIn(text, field).length === 0) found.add(text);
      return text;
    });
  return [...found].sort();
}

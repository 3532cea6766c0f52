import { builtImage } from "./container";
import { jobName } from "./job-name";
import type { KubernetesPlan, Manifest } from "./kubernetes-plan";
import { mapText } from "./map-text";

/** Image by service, as far as known: by digest. */
export type Images = Readonly<Record<string, string>>;

/** What stands in a plan's manifests until images are known: the images, and the Jobs' names, which follow from them. */
export interface Placeholders {
  /** The services whose image a text waits for; none for almost every text. */
  readonly servicesIn: (text: string, field: string) => readonly string[];
  /** The text as it is applied. An image that is not given stays as it is. */
  readonly fill: (text: string, field: string, images: Images) => string;
}

/** The placeholders of one plan. */
export function placeholdersOf(plan: KubernetesPlan): Placeholders {
  const serviceOf = new Map(
    plan.images.map(image => [
      image.kind === "build" ? builtImage(image.service) : image.image,
      image.service,
    ]),
  );
  const jobs = plan.manifests.flatMap(({ manifest }) => (manifest.kind === "Job" ? [jobOf(manifest)] : []));
  const jobsIn = (text: string) => jobs.filter(({ name }) => text.includes(name));

  const servicesIn = (text: string, field: string): readonly string[] => {
    const own = field === "image" ? serviceOf.get(text) : undefined;
    if (own !== undefined) return [own];
    const found = new Set<string>();
    for (const { spec } of jobsIn(text)) {
      mapText(spec, (inner, at) => {
        for (const service of servicesIn(inner, at)) found.add(service);
        return inner;
      });
    }
    return [...found].sort();
  };

  const fill = (text: string, field: string, images: Images): string => {
    const own = field === "image" ? serviceOf.get(text) : undefined;
    if (own !== undefined) return images[own] ?? text;
    return jobsIn(text).reduce((changed, { name, resource, spec }) => {
      const filled = mapText(spec, (inner, at) => fill(inner, at, images));
      return changed.replaceAll(name, jobName(resource, filled));
    }, text);
  };
  return { servicesIn, fill };
}

function jobOf({ metadata, spec }: Manifest) {
  return { name: metadata.name, resource: metadata.labels?.["app.kubernetes.io/name"] ?? "", spec };
}

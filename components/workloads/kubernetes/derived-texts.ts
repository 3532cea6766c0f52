import { changeCause, TEMPLATED_KINDS } from "./change-cause";
import { jobName } from "./job-name";
import type { KubernetesPlan, Manifest } from "./kubernetes-plan";
import { RELEASE_KEY, releaseName } from "./release-record";

/** A text that follows from content in which images may still be missing. */
export interface DerivedText {
  /** As it stands in the plan, made from that content as the plan has it. */
  readonly planned: string;
  readonly from: unknown;
  /** Whether it is also found inside of other texts. */
  readonly part: boolean;
  readonly make: (filled: unknown) => string;
}

/** The texts of a plan that images change: names of Jobs, change causes, and the release's own name. */
export function derivedTexts({ manifests }: KubernetesPlan): readonly DerivedText[] {
  return manifests.flatMap(({ key, manifest }) => {
    if (manifest.kind === "Job") return [jobText(manifest)];
    if (key === RELEASE_KEY) {
      return [{ planned: manifest.metadata.name, from: manifest.data, part: false, make: releaseName }];
    }
    return TEMPLATED_KINDS.has(manifest.kind) ? causeText(manifest) : [];
  });
}

function jobText({ metadata, spec }: Manifest): DerivedText {
  const resource = metadata.labels?.["app.kubernetes.io/name"] ?? "";
  return { planned: metadata.name, from: spec, part: true, make: filled => jobName(resource, filled) };
}

function causeText({ spec }: Manifest): readonly DerivedText[] {
  const { template } = spec as { readonly template: unknown };
  return [{ planned: changeCause(template), from: template, part: false, make: changeCause }];
}

import type { StackPlan } from "../../components/plan-stack";
import { renderBundle } from "../../components/workloads/docker/render-bundle";
import { renderManifests } from "../../components/workloads/kubernetes/render-manifests";
import type { ArtefactKind, RenderedFile } from "./artefact";

/** A digest that no image has: a built image gets its own when it is pushed. */
const NO_DIGEST = `sha256:${"0".repeat(64)}`;

/** What the app itself becomes on its target; built images stand as placeholders, secrets as their names. */
export function planFiles(planned: StackPlan): RenderedFile[] {
  switch (planned.kind) {
    case "docker":
      return under("bundle", "bundle", renderBundle(planned.plan, builtImages(planned)));
    case "kubernetes":
      return under("manifests", "manifest", renderManifests(planned.plan, builtImages(planned)));
    default:
      return planned satisfies never;
  }
}

function builtImages({ plan }: StackPlan): Record<string, string> {
  const built = plan.images.filter(({ kind }) => kind === "build");
  return Object.fromEntries(built.map(({ service }) => [service, `towpath.build/${service}@${NO_DIGEST}`]));
}

function under(folder: string, kind: ArtefactKind, files: Readonly<Record<string, string>>): RenderedFile[] {
  return Object.entries(files).map(([path, content]) => ({ kind, path: `${folder}/${path}`, content }));
}

import type { StackPlan } from "../../components/plan-stack";
import type { PreviewedResource } from "../preview/preview";
import type { RenderedFile } from "./artefact";
import { helmValuesFiles } from "./helm-values-files";
import { planFiles } from "./plan-files";
import { userDataFiles } from "./user-data-files";

/** Everything that a stack would send to machines and clusters, as files. */
export function artefactFiles(
  planned: StackPlan,
  resources: readonly PreviewedResource[],
): readonly RenderedFile[] {
  return [...planFiles(planned), ...helmValuesFiles(resources), ...userDataFiles(resources)];
}

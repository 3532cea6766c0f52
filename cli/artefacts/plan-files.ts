import { stringify } from "yaml";
import type { StackPlan } from "../../components/plan-stack";
import { renderManifests } from "../../components/workloads/kubernetes/render-manifests";
import type { RenderedFile } from "./artefact";

/** What the app itself becomes on its target; built images stand as placeholders, secrets as their names. */
export function planFiles(planned: StackPlan): RenderedFile[] {
  switch (planned.kind) {
    case "docker":
      return [{ kind: "compose", path: "bundle/compose.yaml", content: stringify(planned.plan.compose) }];
    case "kubernetes":
      return Object.entries(renderManifests(planned.plan, {})).map(([name, content]) => ({
        kind: "manifest",
        path: `manifests/${name}`,
        content,
      }));
    default:
      return planned satisfies never;
  }
}

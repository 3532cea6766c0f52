import { stringify } from "yaml";
import type { PreviewedResource } from "../preview/preview";
import type { RenderedFile } from "./artefact";

const RELEASE = "kubernetes:helm.sh/v3:Release";

/** The values of each Helm release, headed by the chart that they are for. */
export function helmValuesFiles(resources: readonly PreviewedResource[]): RenderedFile[] {
  return resources
    .filter(({ type }) => type === RELEASE)
    .map(({ name, inputs }) => {
      const { chart, version, namespace, repositoryOpts, values = {} } = inputs;
      const head = Object.entries({ chart, version, namespace, repository: repositoryOf(repositoryOpts) })
        .filter(([, value]) => typeof value === "string")
        .map(([key, value]) => `# ${key}: ${value}\n`);
      const path = `helm/${name}.values.yaml`;
      return { kind: "helm-values", path, content: head.join("") + stringify(values, { lineWidth: 0 }) };
    });
}

function repositoryOf(options: unknown): unknown {
  return typeof options === "object" && options !== null && "repo" in options ? options.repo : undefined;
}

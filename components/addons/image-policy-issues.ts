import type { Issue } from "../lib/issues";
import type { KubernetesSettings } from "../settings/settings";

const PATH = "towpath:addons.imagePolicy";

/** What an image policy asks and cannot have. */
export function imagePolicyIssues({ addons }: KubernetesSettings): Issue[] {
  const { imagePolicy: policy, kyverno } = addons;
  if (typeof policy !== "object") return [];
  const issues: Issue[] = [];
  if (!policy.digests && policy.registries.length === 0)
    issues.push({
      path: PATH,
      wrong: "asks for neither digests nor registries, and so for nothing",
      instead: "set digests to true, name registries, or leave it out",
    });
  if (policy.engine === "kyverno" && kyverno === false)
    issues.push({
      path: `${PATH}.engine`,
      wrong: "kyverno, while addons.kyverno is false",
      instead: "write built-in, or leave out addons.kyverno",
    });
  return issues;
}

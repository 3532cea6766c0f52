import { addonIssues } from "./addons/catalog";
import type { Issue } from "./lib/issues";
import { registryIssues } from "./registry/registry-issues";
import type { Settings } from "./settings/settings";

/** What the settings ask for and the target cannot give; known without the app. */
export function stackIssues(settings: Settings): readonly Issue[] {
  switch (settings.target) {
    case "docker":
      return registryIssues(settings.registry);
    case "k3s":
    case "eks":
      return [...registryIssues(settings.registry), ...addonIssues(settings)];
    case "cluster":
      return addonIssues(settings);
    default:
      return settings satisfies never;
  }
}

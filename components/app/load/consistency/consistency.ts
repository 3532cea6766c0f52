import type { App } from "../../model";
import type { Service } from "../../model/service";
import type { Problems } from "../problems";
import { checkDependencyCircles } from "./circles";
import { checkJobs } from "./jobs";
import { checkLimits } from "./limits";
import { checkMountTargets } from "./mount-targets";
import { checkReferences } from "./references";
import { checkScale } from "./scale";
import { checkSource } from "./source";

/** The services that run, and those that no active profile asks for. */
export interface Checked {
  readonly app: App;
  readonly disabled: Readonly<Record<string, Service>>;
  readonly problems: Problems;
}

/** Checks what several keys say together: references, limits said twice, circles. */
export function checkConsistency(checked: Checked): void {
  const { app, problems } = checked;
  for (const [name, service] of Object.entries(app.services)) {
    // What a value that was refused would have meant is not known.
    const sound = !problems.touch(["services", name]);
    checkReferences(name, service, checked);
    if (!sound) continue;
    checkSource(name, service, checked);
    checkScale(name, service, problems);
    checkLimits(name, service, problems);
    checkMountTargets(name, service, problems);
  }
  checkJobs(checked);
  for (const [name, secret] of Object.entries(app.secrets ?? {})) {
    if (secret.external || secret.file || secret.environment || problems.touch(["secrets", name])) continue;
    problems.add(["secrets", name], "it says nowhere what is in it", "write `file` or `environment`");
  }
  checkDependencyCircles(app.services, problems);
}

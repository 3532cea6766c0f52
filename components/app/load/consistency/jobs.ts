import type { Checked } from "./consistency";

/** A job has a name of its own, and what it depends on is there. */
export function checkJobs({ app, disabled, problems }: Checked): void {
  const jobs = app.jobs ?? {};
  for (const [name, job] of Object.entries(jobs)) {
    if (name in app.services || name in disabled) {
      problems.add(["jobs", name], `a service is called \`${name}\` too`, "give the job another name");
    }
    for (const [target, { required }] of Object.entries(job.depends_on ?? {})) {
      if (target in jobs || target in app.services || (target in disabled && !required)) continue;
      const path = ["jobs", name, "depends_on", target];
      problems.add(path, `there is no service or job \`${target}\``, "name one of this model");
    }
  }
}

import type { App } from "../model";
import type { Service } from "../model/service";
import { record } from "./decode/mappings";

/** A model without the services that no active profile asks for, and those services. */
export function splitByProfile(
  app: App,
  profiles: readonly string[],
): { app: App; disabled: Readonly<Record<string, Service>> } {
  const active = new Set(profiles);
  const services = record<Service>();
  const disabled = record<Service>();
  for (const [name, service] of Object.entries(app.services)) {
    (isActive(service.profiles, active) ? services : disabled)[name] = service;
  }
  if (app.jobs === undefined) return { app: { ...app, services }, disabled };
  const jobs = Object.entries(app.jobs).filter(([, job]) => isActive(job.profiles, active));
  return { app: { ...app, services, jobs: Object.fromEntries(jobs) }, disabled };
}

function isActive(profiles: readonly string[] | undefined, active: ReadonlySet<string>): boolean {
  if (profiles === undefined || active.has("*")) return true;
  return profiles.some(profile => active.has(profile));
}

import type { Service } from "../model/service";
import { record } from "./decode/mappings";

/** Says `scale` also as `deploy.replicas`, where a service has `deploy`. */
export function alignReplicas(services: Readonly<Record<string, Service>>): Record<string, Service> {
  const aligned = record<Service>();
  for (const [name, service] of Object.entries(services)) {
    const { scale, deploy } = service;
    const said = scale !== undefined && deploy !== undefined;
    aligned[name] = said ? { ...service, deploy: { ...deploy, replicas: scale } } : service;
  }
  return aligned;
}

import type { App } from "../../../components/app/model";
import type { Service } from "../../../components/app/model/service";
import { InvalidInput } from "../../../components/lib/issues";
import type { ComposeSection, DockerPlan } from "../../../components/workloads/docker/docker-plan";
import { planDocker } from "../../../components/workloads/docker/plan";
import { loadedApp } from "../shared/loaded-app";

type Services = Readonly<Record<string, Partial<Service>>>;

/** Plans services of which only what matters is written. */
export function planOf(
  services: Services,
  rest: Partial<Omit<App, "services">> = {},
  domain?: string,
): DockerPlan {
  const whole = Object.entries(services).map(([name, service]) => [
    name,
    service.build === undefined ? { image: `ghcr.io/example/${name}:1`, ...service } : service,
  ]);
  const loaded = loadedApp({ ...rest, services: Object.fromEntries(whole) });
  return planDocker({ loaded, volumeSizeGb: 10, ...(domain !== undefined && { domain }) });
}

/** What a service is rendered as. */
export function serviceOf(plan: DockerPlan, name: string): ComposeSection {
  const service = plan.compose.services[name];
  if (service === undefined) throw new Error(`no service ${name}`);
  return service;
}

/** The problems that make a plan impossible, by path. */
export function refusalsOf(
  services: Services,
  rest: Partial<Omit<App, "services">> = {},
): Record<string, string> {
  try {
    planOf(services, rest);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return Object.fromEntries(error.issues.map(({ path, wrong, instead }) => [path, `${wrong}; ${instead}`]));
  }
  return {};
}

/** What a plan says of a path. */
export function notesOf({ report }: DockerPlan, path: string): string[] {
  return report.filter(entry => entry.path === path).map(({ verdict, note }) => `${verdict}: ${note}`);
}

/** How a service is replaced. */
export function strategyOf(plan: DockerPlan, name: string): string | undefined {
  return plan.services.find(service => service.name === name)?.strategy;
}

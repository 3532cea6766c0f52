import type { App } from "../../../components/app/model";
import type { Service } from "../../../components/app/model/service";
import { InvalidInput } from "../../../components/lib/issues";
import type {
  ClusterFacts,
  KubernetesPlan,
  Manifest,
} from "../../../components/workloads/kubernetes/kubernetes-plan";
import { loadedApp } from "../shared/loaded-app";
import { planned } from "./facts";

type Services = Readonly<Record<string, Partial<Service>>>;

/** Plans services of which only what matters is written; each has an image and a number for a user by default. */
export function planOf(
  services: Services,
  rest: Partial<Omit<App, "services">> = {},
  facts: Partial<ClusterFacts> = {},
): KubernetesPlan {
  const whole = Object.entries(services).map(([name, service]) => [
    name,
    service.image === undefined && service.build === undefined
      ? { image: `ghcr.io/example/${name}:1`, user: "1000", ...service }
      : service,
  ]);
  return planned(loadedApp({ services: Object.fromEntries(whole), ...rest }), undefined, facts);
}

/** The problems that make a plan impossible, by path. */
export function refusalsOf(
  services: Services,
  rest: Partial<Omit<App, "services">> = {},
  facts: Partial<ClusterFacts> = {},
): Record<string, string> {
  try {
    planOf(services, rest, facts);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return Object.fromEntries(error.issues.map(({ path, wrong, instead }) => [path, `${wrong}; ${instead}`]));
  }
  return {};
}

/** The one manifest of a kind and name. */
export function find({ manifests }: KubernetesPlan, kind: string, name: string): Manifest {
  const found = manifests.filter(({ manifest }) => manifest.kind === kind && manifest.metadata.name === name);
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} of ${kind} ${name}`);
  return only.manifest;
}

/** The names of all manifests of a kind, sorted. */
export function namesOf({ manifests }: KubernetesPlan, kind: string): string[] {
  return manifests.flatMap(({ manifest }) => (manifest.kind === kind ? [manifest.metadata.name] : [])).sort();
}

interface Container {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly [field: string]: unknown;
}

/** A pod as far as tests look at it. */
export interface Pod {
  readonly metadata: {
    readonly labels: Record<string, string>;
    readonly annotations?: Record<string, string>;
  };
  readonly spec: {
    readonly containers: readonly [Container];
    readonly initContainers?: readonly Container[];
    readonly securityContext: Record<string, unknown>;
    readonly volumes?: readonly Record<string, unknown>[];
    readonly affinity?: unknown;
    readonly [field: string]: unknown;
  };
}

const KINDS = ["Deployment", "StatefulSet", "DaemonSet", "Job"];

/** The pod template of a service, whatever its kind. */
export function podOf(plan: KubernetesPlan, service: string): Pod {
  const found = plan.manifests.find(
    planned =>
      planned.service === service &&
      KINDS.includes(planned.manifest.kind) &&
      planned.manifest.metadata.labels?.["app.kubernetes.io/name"] === service,
  );
  const { template } = (found?.manifest.spec ?? {}) as { template?: Pod };
  if (template === undefined) throw new Error(`no pod of ${service}`);
  return template;
}

/** What a plan says of a path. */
export function notesOf({ report }: KubernetesPlan, path: string): string[] {
  return report.filter(entry => entry.path === path).map(({ verdict, note }) => `${verdict}: ${note}`);
}

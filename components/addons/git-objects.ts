import type { AddonSettings } from "../settings/addons";
import { optionsOf } from "./addon-context";
import { ARGO_NAMESPACE } from "./argo-cd";
import { FLUX_NAMESPACE } from "./flux";
import { GIT_SECRET } from "./git-secret";

/** An image that the rendered YAML leaves open, and what this release puts there. */
export interface ImageOverride {
  /** As it stands in the YAML, e.g. `towpath.build/web`. */
  readonly placeholder: string;
  /** `repository@sha256:…`, with or without a tag. */
  readonly image: string;
}

export interface GitApp {
  readonly namespace: string;
  readonly images: readonly ImageOverride[];
  /** Jobs cannot be changed, so one with a new image is made anew. */
  readonly hasJobs: boolean;
}

/** An object of the controller that brings the app from Git. */
export interface GitObject {
  /** A domain word. */
  readonly key: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly finalizers?: readonly string[];
  };
  readonly spec: Readonly<Record<string, unknown>>;
}

/** Whether an add-on brings the app from Git, so that the update itself does not apply it. */
export function isFromGit({ argoCd, flux }: AddonSettings): boolean {
  return typeof argoCd === "object" || typeof flux === "object";
}

/** The objects that make Argo CD or Flux bring the app; none when neither is on. */
export function gitObjects(addons: AddonSettings, app: GitApp): readonly GitObject[] {
  const argo = optionsOf(addons, "argoCd");
  if (argo !== undefined) return [application(argo, app)];
  const flux = optionsOf(addons, "flux");
  return flux === undefined ? [] : [source(flux, app), kustomization(flux, app)];
}

type Source = Exclude<AddonSettings["flux"], boolean | undefined>;

function application(
  { repository, path, branch }: Source,
  { namespace, images, hasJobs }: GitApp,
): GitObject {
  const kustomize = {
    ...(images.length === 0 ? {} : { images: images.map(one => `${one.placeholder}=${one.image}`) }),
    ...(hasJobs ? { patches: [REMAKE_JOBS] } : {}),
  };
  return {
    key: "application",
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Application",
    // The app goes when the Application does.
    metadata: {
      name: namespace,
      namespace: ARGO_NAMESPACE,
      finalizers: ["resources-finalizer.argocd.argoproj.io"],
    },
    spec: {
      project: "default",
      source: { repoURL: repository, path, targetRevision: branch, kustomize },
      destination: { server: "https://kubernetes.default.svc", namespace },
      // What the release before needs goes only when the new one is healthy.
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        syncOptions: ["ServerSideApply=true", "PruneLast=true"],
      },
    },
  };
}

const REMAKE_JOBS = {
  target: { kind: "Job" },
  patch: JSON.stringify([
    {
      op: "add",
      path: "/metadata/annotations",
      value: { "argocd.argoproj.io/sync-options": "Force=true,Replace=true" },
    },
  ]),
};

/** Flux prunes before it waits for health, so what the release before needs is left to it. */
const KEEP = JSON.stringify({
  apiVersion: "v1",
  kind: "any",
  metadata: { name: "any", annotations: { "kustomize.toolkit.fluxcd.io/prune": "disabled" } },
});
const KEPT = [
  { target: { kind: "ConfigMap|Job" }, patch: KEEP },
  { target: { kind: "Service", name: ".+-[0-9a-f]{8}-done" }, patch: KEEP },
];

function source({ repository, branch, secret }: Source, { namespace }: GitApp): GitObject {
  return {
    key: "source",
    apiVersion: "source.toolkit.fluxcd.io/v1",
    kind: "GitRepository",
    metadata: { name: namespace, namespace: FLUX_NAMESPACE },
    spec: {
      interval: "1m",
      url: repository,
      ref: { branch },
      ...(secret === undefined ? {} : { secretRef: { name: GIT_SECRET } }),
    },
  };
}

function kustomization({ path }: Source, { namespace, images, hasJobs }: GitApp): GitObject {
  return {
    key: "kustomization",
    apiVersion: "kustomize.toolkit.fluxcd.io/v1",
    kind: "Kustomization",
    metadata: { name: namespace, namespace: FLUX_NAMESPACE },
    spec: {
      interval: "10m",
      path: `./${path}`,
      prune: true,
      wait: true,
      timeout: "10m",
      force: hasJobs,
      sourceRef: { kind: "GitRepository", name: namespace },
      images: images.map(fluxImage),
      patches: KEPT,
    },
  };
}

function fluxImage({ placeholder: name, image }: ImageOverride) {
  const [tagged = image, digest] = image.split("@");
  return { name, newName: tagged.replace(/:[^:/]+$/, ""), ...(digest === undefined ? {} : { digest }) };
}

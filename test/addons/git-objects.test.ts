import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { type GitObject, gitObjects } from "../../components/addons/git-objects";
import { addonSettings } from "../../components/settings/addons";
import { planOf } from "../workloads/kubernetes/plan-of";

const SCHEMAS = resolve(__dirname, "../../../shared/schemas/crds-from-charts");
const GIT = { repository: "https://git.example.com/shop.git", path: "deploy/prod/manifests", secret: "git" };
const APP = {
  namespace: "shop",
  images: [{ placeholder: "towpath.build/web", image: "registry.example.com/web:1@sha256:abc" }],
  hasJobs: true,
};
const argo = gitObjects(addonSettings.parse({ argoCd: GIT }), APP);
const flux = gitObjects(addonSettings.parse({ flux: GIT }), APP);

describe("gitObjects", () => {
  it("are an Application with the images of this release, which goes with its app", () => {
    expect(argo).toMatchObject([
      {
        kind: "Application",
        metadata: { namespace: "argocd", finalizers: ["resources-finalizer.argocd.argoproj.io"] },
        spec: {
          source: {
            targetRevision: "main",
            kustomize: { images: ["towpath.build/web=registry.example.com/web:1@sha256:abc"] },
          },
          destination: { namespace: "shop" },
          syncPolicy: {
            automated: { prune: true, selfHeal: true },
            syncOptions: ["ServerSideApply=true", "PruneLast=true"],
          },
        },
      },
    ]);
  });

  it("are a source before a Kustomization that makes Jobs anew", () => {
    expect(flux.map(({ kind }) => kind)).toEqual(["GitRepository", "Kustomization"]);
    expect(flux[0]?.spec).toMatchObject({ ref: { branch: "main" }, secretRef: { name: "app-repository" } });
    expect(flux[1]?.spec).toMatchObject({
      path: "./deploy/prod/manifests",
      force: true,
      images: [{ name: "towpath.build/web", newName: "registry.example.com/web", digest: "sha256:abc" }],
    });
  });

  it("have Flux keep what pods of the release before need, by the names that a plan gives it", () => {
    const { patches } = (flux[1]?.spec ?? { patches: [] }) as {
      readonly patches: readonly { target: { kind: string; name?: string } }[];
    };
    const keeps = (kind: string, name: string) =>
      patches.some(
        ({ target }) =>
          new RegExp(`^(${target.kind})$`).test(kind) && new RegExp(`^${target.name ?? ".*"}$`).test(name),
      );
    const web = {
      depends_on: { migrate: { condition: "service_completed_successfully" as const, required: true } },
    };
    const configs = { motd: { name: "motd", content: "hello" } };
    const { manifests } = planOf(
      { web: { ...web, configs: [{ source: "motd" }] }, migrate: { restart: "no" } },
      { configs },
    );
    const named = (kept: boolean) =>
      manifests.flatMap(({ manifest: { kind, metadata }, ...one }) =>
        (one.kept === true) === kept ? [[kind, metadata.name] as const] : [],
      );
    expect(
      named(true)
        .map(([kind]) => kind)
        .sort(),
    ).toEqual(["ConfigMap", "ConfigMap", "Job", "Service"]);
    expect(named(true).filter(one => !keeps(...one))).toEqual([]);
    expect(named(false).filter(one => keeps(...one))).toEqual([]);
  });

  it("are none when neither is on", () => {
    expect(gitObjects(addonSettings.parse({ argoCd: false }), APP)).toEqual([]);
  });

  const here = existsSync(SCHEMAS);
  it.skipIf(!here)(`fit their definitions${here ? "" : " (skipped: ../shared/schemas is not here)"}`, () => {
    for (const object of [...argo, ...flux]) expect(problems(object)).toEqual([]);
    expect(problems({ ...flux[0], spec: { ...flux[0]?.spec, urll: "x" } } as GitObject)).not.toEqual([]);
  });
});

function problems({ key: _, ...object }: GitObject): readonly unknown[] {
  const [group = "", version] = object.apiVersion.split("/");
  const file = resolve(SCHEMAS, group, `${object.kind.toLowerCase()}_${version}.json`);
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false });
  const validate = ajv.compile({ ...JSON.parse(readFileSync(file, "utf8")), $schema: undefined });
  validate(object);
  return validate.errors ?? [];
}

import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import type { Registered } from "../../../cli/engine/registered";
import { KubernetesApp } from "../../../components/workloads/kubernetes/kubernetes-app";
import type { KubernetesPlan, Manifest } from "../../../components/workloads/kubernetes/kubernetes-plan";
import { mapText } from "../../../components/workloads/kubernetes/map-text";
import { renderManifests } from "../../../components/workloads/kubernetes/render-manifests";
import { only, runComponent } from "../../harness/run-component";
import { planned } from "./facts";
import { ACCEPTED_NAMES, fixtureApp } from "./fixtures";
import { planOf } from "./plan-of";

const CANARY = "canary-7c1e";

async function resources(
  plan: KubernetesPlan,
  images: Record<string, string>,
  value = CANARY,
): Promise<readonly Registered[]> {
  const outputs = Object.fromEntries(
    Object.entries(images).map(([name, image]) => [name, pulumi.output(image)]),
  );
  const secrets = () => pulumi.output(value);
  const run = await runComponent(() => {
    new KubernetesApp("app", { plan, images: outputs, secrets }, {});
  });
  return run.resources;
}

const custom = (all: readonly Registered[]) => all.filter(one => one.custom);
/** What the plan has: all but the key of digests. */
const app = (all: readonly Registered[]) => custom(all).filter(({ name }) => name !== "app-digest-key");
const digestsOf = (all: readonly Registered[]) =>
  Object.fromEntries(
    custom(all).flatMap(({ name, inputs }) => {
      const [, digest] = /"towpath.dev\/secrets":"([^"]*)"/.exec(JSON.stringify(inputs)) ?? [];
      return digest === undefined ? [] : [[name, digest]];
    }),
  );
/** The names of secrets where their digest is, as they stand in the plan. */
function withNames(inputs: unknown, plan: KubernetesPlan): unknown {
  const { kind, metadata } = inputs as Manifest;
  const planned = plan.manifests.find(
    ({ manifest }) => manifest.kind === kind && manifest.metadata.name === metadata.name,
  );
  const [, names] = /"towpath.dev\/secrets":"([^"]*)"/.exec(JSON.stringify(planned?.manifest)) ?? [];
  return mapText(inputs, (text, field) => {
    if (field !== "towpath.dev/secrets") return text;
    expect(text).toMatch(/^[0-9a-f]{32}$/);
    return names;
  });
}
const builtImages = (plan: KubernetesPlan, digest: string) =>
  Object.fromEntries(
    plan.images.flatMap(one => (one.kind === "build" ? [[one.service, `r/${one.service}@${digest}`]] : [])),
  );

describe("KubernetesApp", () => {
  it.each(ACCEPTED_NAMES)("applies of %s exactly what is rendered", async name => {
    const plan = planned(fixtureApp(name));
    const images = builtImages(plan, "sha256:1");
    const applied = app(await resources(plan, images)).map(({ inputs }) => withNames(inputs, plan));
    const rendered = Object.entries(renderManifests(plan, images))
      .filter(([path]) => path.endsWith(".yaml") && !/^(kustomization|secrets\.example)/.test(path))
      .flatMap(([, text]) => parseAllDocuments(text, { version: "1.1" }).map(document => document.toJS()));
    expect(applied).toHaveLength(plan.manifests.length);
    for (const manifest of rendered) expect(applied).toContainEqual(manifest);
  });

  it("names its children by what they are", async () => {
    const plan = planOf({ web: { expose: ["80"] } });
    const names = custom(await resources(plan, {})).map(({ name }) => name);
    expect(names.sort()).toEqual(plan.manifests.map(({ key }) => `app-${key}`).sort());
  });

  it("changes one service's pods when its image changes, and nothing else", async () => {
    const plan = planOf({ web: { build: { context: "/p/web" } }, api: { build: { context: "/p/api" } } });
    const before = await resources(plan, builtImages(plan, "sha256:1"));
    const after = await resources(plan, { ...builtImages(plan, "sha256:1"), api: "r/api@sha256:2" });
    const text = new Map(before.map(({ urn, inputs }) => [urn, JSON.stringify(inputs)]));
    const changed = after.filter(({ urn, inputs }) => text.get(urn) !== JSON.stringify(inputs));
    expect(changed.map(({ name }) => name)).toEqual(["app-api-deployment", "app-release"]);
  });

  it("changes the pods that use a secret when its value does, and keeps the others", async () => {
    const plan = planOf({ web: { environment: { API_KEY: "x" } }, api: { environment: { COLOUR: "x" } } });
    const [one, two, again] = [
      digestsOf(await resources(plan, {}, "one")),
      digestsOf(await resources(plan, {}, "two")),
      digestsOf(await resources(plan, {}, "one")),
    ];
    expect(Object.keys(one)).toEqual(["app-web-deployment"]);
    expect(two).not.toEqual(one);
    expect(again).toEqual(one);
  });

  it("keeps everything known but the image while an image is not known yet", async () => {
    const plan = planOf({ web: { build: { context: "/p/web" } } });
    const run = await runComponent(() => {
      const image = pulumi.output(pulumi.unknown as string);
      new KubernetesApp("app", { plan, images: { web: image }, secrets: () => pulumi.output("") }, {});
    });
    const { spec } = only(run.resources, "kubernetes:apps/v1:Deployment").inputs as {
      spec: { replicas: number; template: { spec: { containers: { image: string; name: string }[] } } };
    };
    expect(spec.replicas).toBe(1);
    expect(spec.template.spec.containers).toMatchObject([{ name: "web", image: "[unknown]" }]);
  });

  it("shows a secret's value nowhere", async () => {
    const all = await resources(planOf({ web: { environment: { API_KEY: "canary-in-file" } } }), {});
    expect(JSON.stringify(all)).not.toContain("canary");
    const secret = only(all, "kubernetes:core/v1:Secret", "web-env-secret");
    expect(JSON.stringify(secret.inputs)).toContain("[secret]");
  });

  it("applies the namespace first, policies and claims before pods, and pods after those that they wait for", async () => {
    const plan = planOf(
      {
        db: {
          healthcheck: { test: ["CMD", "ok"] },
          volumes: [{ type: "volume", source: "data", target: "/data" }],
        },
        web: { depends_on: { db: { condition: "service_healthy", required: true } } },
      },
      { volumes: { data: { name: "data" } } },
    );
    const all = await resources(plan, {});
    const waitsFor = (ending: string) => {
      const { dependencies } = all.find(({ name }) => name.endsWith(ending)) ?? { dependencies: [] };
      return dependencies.map(urn => urn.split("::").at(-1)?.replace("app-", ""));
    };
    expect(waitsFor("web-service")).toEqual(["namespace"]);
    expect(waitsFor("db-stateful-set")).toEqual(
      expect.arrayContaining(["namespace", "default-deny-policy", "data-claim", "db-account"]),
    );
    expect(waitsFor("web-deployment")).toEqual(expect.arrayContaining(["db-stateful-set", "web-account"]));
    expect(waitsFor("web-deployment")).not.toContain("db-service");
  });
});

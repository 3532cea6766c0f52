import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { renderManifests } from "../../../components/workloads/kubernetes/render-manifests";
import { planOf } from "./plan-of";

const build = (context: string) => ({ build: { context: `/project/${context}` }, user: "1000" });
const plan = planOf({
  web: {
    ...build("web"),
    environment: { ANSWER: "no", API_KEY: "canary", NAME: "nginx:1.29" },
    depends_on: { migrate: { condition: "service_completed_successfully", required: true } },
  },
  migrate: build("migrate"),
  worker: build("worker"),
  proxy: { image: "nginx:1.29" },
});
const images = { web: "r/web@sha256:1", migrate: "r/migrate@sha256:1", worker: "r/worker@sha256:1" };
const changedFiles = (changes: object): string[] => {
  const before = renderManifests(plan, images);
  const after = renderManifests(plan, { ...images, ...changes });
  return Object.keys(after).filter(path => after[path] !== before[path]);
};

describe("rendered manifests", () => {
  it("are one file a service beside what is shared, all listed but the Secrets", () => {
    const files = renderManifests(plan, images);
    const services = ["migrate.yaml", "proxy.yaml", "web.yaml", "worker.yaml"];
    const listed = ["namespace.yaml", "_shared.yaml", ...services, "_release.yaml"];
    expect(Object.keys(files).sort()).toEqual(
      [...listed, "kustomization.yaml", "rollout.sh", "secrets.example.yaml"].sort(),
    );
    expect(parse(files["kustomization.yaml"] ?? "")).toMatchObject({
      kind: "Kustomization",
      resources: listed,
    });
  });

  it("hold every manifest of the plan once", () => {
    const documents = Object.entries(renderManifests(plan, {}))
      .filter(([path]) => path.endsWith(".yaml") && path !== "kustomization.yaml")
      .flatMap(([, text]) => parseAllDocuments(text).map(document => document.toJS()));
    const id = (one: { kind: string; metadata: { name: string } }) => `${one.kind} ${one.metadata.name}`;
    expect(documents.map(id).sort()).toEqual(plan.manifests.map(({ manifest }) => id(manifest)).sort());
  });

  it("quote what YAML 1.1 would read as something else than text", () => {
    expect(renderManifests(plan, images)["web.yaml"]).toContain('value: "no"');
  });

  it("never hold a secret's value", () => {
    expect(Object.values(renderManifests(plan, images)).join()).not.toContain("canary");
  });

  it("change in one file when one image changes", () => {
    const changed = (changes: object) => changedFiles(changes).filter(path => path !== "_release.yaml");
    expect(changed({ worker: "r/worker@sha256:2" })).toEqual(["worker.yaml"]);
    expect(changed({ web: "r/web@sha256:2" })).toEqual(["web.yaml"]);
  });

  it("name another Job, and make its dependents wait for that one, when a one-shot service's image changes", () => {
    expect(changedFiles({ migrate: "r/migrate@sha256:2" })).toEqual([
      "_release.yaml",
      "migrate.yaml",
      "rollout.sh",
      "web.yaml",
    ]);
    const [one, two] = [images, { ...images, migrate: "r/migrate@sha256:2" }].map(some => {
      const files = renderManifests(plan, some);
      const job = /kind: Job\nmetadata:\n {2}name: (\S+)/.exec(files["migrate.yaml"] ?? "")?.[1] ?? "";
      expect(files["web.yaml"]).toContain(`- ${job}-done`);
      expect(files["migrate.yaml"]).toContain(`job/${job}`);
      return job;
    });
    expect(one).not.toBe(two);
  });

  it("record each release under a name of its own, with what it consists of", () => {
    const record = (some: typeof images) => parse(renderManifests(plan, some)["_release.yaml"] ?? "");
    const [one, two] = [record(images), record({ ...images, worker: "r/worker@sha256:2" })];
    expect(Object.keys(one.data)).toEqual(expect.arrayContaining(["migrate", "proxy", "web", "worker"]));
    expect(Object.keys(one.data)).toHaveLength(4);
    expect(two.metadata.name).not.toBe(one.metadata.name);
    expect(two.data).toEqual({ ...one.data, worker: expect.stringMatching(/^r\/worker@sha256:2 /) });
    expect(record(images)).toEqual(one);
  });

  it("give each revision of pods the cause that the record has", () => {
    const files = renderManifests(plan, images);
    const { data } = parse(files["_release.yaml"] ?? "");
    const causes = parseAllDocuments(files["web.yaml"] ?? "")
      .map(document => document.toJS())
      .flatMap(({ metadata }) => metadata.annotations?.["kubernetes.io/change-cause"] ?? []);
    expect(causes).toEqual([data.web]);
    expect(data.web).toMatch(/^r\/web@sha256:1 template [0-9a-f]{12}$/);
  });

  it("take a pulled image by digest where it stands as an image, and nowhere else", () => {
    const digest = "nginx@sha256:3";
    const files = renderManifests(plan, { ...images, proxy: digest });
    expect(files["proxy.yaml"]).toContain(`image: ${digest}`);
    expect(files["web.yaml"]).toContain("value: nginx:1.29");
  });
});

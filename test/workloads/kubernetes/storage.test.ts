import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { find, namesOf, notesOf, planOf, podOf, refusalsOf } from "./plan-of";

const mount = (source: string, target = `/${source}`) => ({ type: "volume" as const, source, target });
const volumes = { data: { name: "data" }, media: { name: "media" } };

describe("a named volume", () => {
  it("is a claim, mounted below its root so that nothing of the file system shows", () => {
    const plan = planOf({ db: { volumes: [mount("data")] } }, { volumes });
    expect(find(plan, "PersistentVolumeClaim", "data").spec).toEqual({
      accessModes: ["ReadWriteOnce"],
      storageClassName: "gp3",
      resources: { requests: { storage: "10Gi" } },
    });
    const { spec } = podOf(plan, "db");
    expect(spec.containers[0].volumeMounts).toEqual([
      { name: "volume-data", mountPath: "/data", subPath: "data" },
    ]);
    expect(spec.volumes).toEqual([{ name: "volume-data", persistentVolumeClaim: { claimName: "data" } }]);
  });

  it("has the size that it says", () => {
    const sized = { data: { name: "data", "x-towpath": { sizeGb: 33 } } };
    const plan = planOf({ db: { volumes: [mount("data")] } }, { volumes: sized });
    expect(find(plan, "PersistentVolumeClaim", "data").spec).toMatchObject({
      resources: { requests: { storage: "33Gi" } },
    });
  });

  it("says that no archive of it is taken", () => {
    const backed = { data: { name: "data", "x-towpath": { backup: {} } } };
    const plan = planOf({ db: { volumes: [mount("data")] } }, { volumes: backed });
    expect(notesOf(plan, "volumes.data.x-towpath.backup").join()).toMatch(/^ignored: no archive.*CronJob/);
  });

  it("has a headless Service that names its service's pods, beside the one with an address", () => {
    const plan = planOf({ db: { expose: ["5432"], volumes: [mount("data")] } }, { volumes });
    const { serviceName, template } = find(plan, "StatefulSet", "db").spec as {
      readonly serviceName: string;
      readonly template: { readonly metadata: { readonly labels: object } };
    };
    const { spec } = find(plan, "Service", serviceName);
    expect(spec).toMatchObject({ clusterIP: "None" });
    expect(template.metadata.labels).toMatchObject((spec as { readonly selector: object }).selector);
    expect(find(plan, "Service", "db").spec).toMatchObject({ type: "ClusterIP" });
  });

  it("is writable to the service's user, who makes its folder", () => {
    const { spec } = podOf(planOf({ db: { user: "70", volumes: [mount("data")] } }, { volumes }), "db");
    expect(spec.securityContext).toMatchObject({ runAsUser: 70, fsGroup: 70 });
    const maker = spec.initContainers?.find(({ name }) => name === "volume-folders");
    expect(maker?.command).toEqual(["mkdir", "-p", "/volumes/data/data"]);
    expect(maker?.securityContext).not.toHaveProperty("runAsUser");
  });

  it("is writable to a user whom only the image knows", () => {
    const { spec } = podOf(planOf({ db: { image: "example", volumes: [mount("data")] } }, { volumes }), "db");
    expect(spec.securityContext.fsGroup).toBe(10_001);
    expect(spec.initContainers).toBeUndefined();
  });

  it("that is external is neither made nor looked into", () => {
    const external = { data: { name: "existing-claim", external: true } };
    const plan = planOf({ db: { volumes: [mount("data")] } }, { volumes: external });
    expect(namesOf(plan, "PersistentVolumeClaim")).toEqual([]);
    const { spec } = podOf(plan, "db");
    expect(spec.volumes).toEqual([
      { name: "volume-data", persistentVolumeClaim: { claimName: "existing-claim" } },
    ]);
    expect(spec.containers[0].volumeMounts).toEqual([{ name: "volume-data", mountPath: "/data" }]);
  });

  it("that two services share keeps them on one node, as Deployments that never overlap themselves", () => {
    const plan = planOf({ a: { volumes: [mount("media")] }, b: { volumes: [mount("media")] } }, { volumes });
    expect(namesOf(plan, "StatefulSet")).toEqual([]);
    for (const name of ["a", "b"]) {
      const { spec, metadata } = podOf(plan, name);
      expect(spec.affinity).toEqual({
        podAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            {
              labelSelector: { matchLabels: { "volume.towpath.dev/media": "mounted" } },
              topologyKey: "kubernetes.io/hostname",
            },
          ],
        },
      });
      expect(metadata.labels["volume.towpath.dev/media"]).toBe("mounted");
      expect(find(plan, "Deployment", name).spec).toMatchObject({ strategy: { type: "Recreate" } });
    }
    expect(notesOf(plan, "services.a.volumes").join()).toMatch(/one node with b/);
  });
});

describe("a volume on a cluster with a class that nodes share", () => {
  const facts = { sharedStorageClass: "efs" };
  const claim = (plan: ReturnType<typeof planOf>, name: string) =>
    find(plan, "PersistentVolumeClaim", name).spec;
  const ofAllNodes = { accessModes: ["ReadWriteMany"], storageClassName: "efs" };
  const ofOneNode = { accessModes: ["ReadWriteOnce"], storageClassName: "gp3" };

  it("is of that class when two services mount it, which then run anywhere; a disk when one does", () => {
    const services = {
      a: { volumes: [mount("media")] },
      b: { volumes: [mount("media")] },
      db: { volumes: [mount("data")] },
    };
    const plan = planOf(services, { volumes }, facts);
    expect(claim(plan, "media")).toMatchObject(ofAllNodes);
    expect(claim(plan, "data")).toMatchObject(ofOneNode);
    for (const name of ["a", "b"]) expect(podOf(plan, name).spec.affinity).toBeUndefined();
    expect(notesOf(plan, "services.a.volumes").join()).toMatch(/media is shared with b across nodes.*efs/);
  });

  it("lets replicas spread over nodes", () => {
    const replicated = { a: { volumes: [mount("media")], deploy: { replicas: 3 } } };
    const shared = planOf(replicated, { volumes }, facts);
    expect(claim(shared, "media")).toMatchObject(ofAllNodes);
    expect(podOf(shared, "a").spec.topologySpreadConstraints).toHaveLength(2);
    expect(podOf(shared, "a").spec.affinity).not.toHaveProperty("podAffinity");
    const alone = planOf(replicated, { volumes });
    expect(claim(alone, "media")).toMatchObject(ofOneNode);
    expect(podOf(alone, "a").spec.topologySpreadConstraints).toBeUndefined();
    expect(podOf(alone, "a").spec.affinity).toHaveProperty("podAffinity");
  });

  it("keeps those together who share a claim that was there before", () => {
    const external = { media: { name: "existing", external: true } };
    const plan = planOf(
      { a: { volumes: [mount("media")] }, b: { volumes: [mount("media")] } },
      { volumes: external },
      facts,
    );
    expect(podOf(plan, "a").spec.affinity).toBeDefined();
  });
});

describe("other mounts", () => {
  const mounts = (service: object) => podOf(planOf({ one: service }), "one").spec;

  it("in memory count what they may hold", () => {
    const spec = mounts({ tmpfs: ["/run:size=64m", "/cache"], shm_size: "134217728" });
    expect(spec.volumes).toEqual([
      { name: "scratch-run", emptyDir: { medium: "Memory", sizeLimit: "64Mi" } },
      { name: "scratch-cache", emptyDir: { medium: "Memory" } },
      { name: "scratch-dev-shm", emptyDir: { medium: "Memory", sizeLimit: "128Mi" } },
    ]);
  });

  it("without a name leave what the image has in place", () => {
    const plan = planOf({ one: { volumes: [{ type: "volume", target: "/app/node_modules" }] } });
    expect(podOf(plan, "one").spec.volumes).toBeUndefined();
    expect(notesOf(plan, "services.one.volumes[0]").join()).toMatch(/ignored: .*lost with its pod/);
  });

  it("of the Docker socket are refused", () => {
    const socket = { type: "bind" as const, source: "/var/run/docker.sock", target: "/var/run/docker.sock" };
    expect(refusalsOf({ one: { volumes: [socket] } })["services.one.volumes[0]"]).toMatch(
      /x-towpath.ingress/,
    );
  });
});

describe("secrets", () => {
  const plan = planOf(
    {
      web: {
        environment: { API_TOKEN: "hunter2", COLOUR: "blue", PRICE: "$(COST) $$5" },
        secrets: [{ source: "key", target: "/run/secrets/key", mode: "0440" }],
      },
      other: { secrets: [{ source: "key" }] },
    },
    { secrets: { key: { name: "app_key", file: "/project/key.txt", labels: { owner: "web" } } } },
  );

  it("stand in no manifest, only by name", () => {
    expect(JSON.stringify(plan)).not.toContain("hunter2");
    expect(find(plan, "Secret", "web-env").stringData).toEqual({ API_TOKEN: "web/API_TOKEN" });
    expect(find(plan, "Secret", "secret-key").stringData).toEqual({ content: "key" });
    expect(find(plan, "Secret", "secret-key").metadata.annotations).toEqual({ owner: "web" });
    expect(plan.secrets.map(({ name }) => name)).toEqual(["key", "web/API_TOKEN"]);
  });

  it("reach the container as a file with its mode, or as a variable", () => {
    const { spec } = podOf(plan, "web");
    expect(spec.volumes).toEqual([
      {
        name: "secret-run-secrets-key",
        secret: { secretName: "secret-key", items: [{ key: "content", path: "content", mode: 0o440 }] },
      },
    ]);
    expect(spec.containers[0].env).toContainEqual({
      name: "API_TOKEN",
      valueFrom: { secretKeyRef: { name: "web-env", key: "API_TOKEN" } },
    });
  });

  it("leave other variables as they are, even where Kubernetes would replace something", () => {
    const { env } = podOf(plan, "web").spec.containers[0];
    expect(env).toContainEqual({ name: "COLOUR", value: "blue" });
    expect(env).toContainEqual({ name: "PRICE", value: "$$(COST) $$$5" });
  });
});

describe("configs", () => {
  const withContent = (content: string) =>
    planOf(
      { web: { configs: [{ source: "c", target: "/etc/c" }] } },
      { configs: { c: { name: "c", content } } },
    );

  it("make new pods when their content changes", () => {
    const volumes = ["a", "b"].map(content =>
      JSON.stringify(podOf(withContent(content), "web").spec.volumes),
    );
    expect(new Set(volumes).size).toBe(2);
  });

  it("are another ConfigMap then, so that pods of the release before keep theirs", () => {
    const [a = [], b = []] = ["a", "b"].map(content => namesOf(withContent(content), "ConfigMap"));
    const config = (names: readonly string[]) => names.filter(name => name.startsWith("config-c-"));
    expect(config(a)).toHaveLength(1);
    expect(config(b)).not.toEqual(config(a));
    expect(find(withContent("a"), "ConfigMap", config(a)[0] ?? "")).toMatchObject({ immutable: true });
  });

  it("over 1 MiB are refused", () => {
    expect(() => withContent("x".repeat(1024 * 1024))).not.toThrow();
    expect(() => withContent("x".repeat(1024 * 1024 + 1))).toThrow(/configs\.c: .*1 MiB/);
  });
});

describe("secrets of more than a Secret holds", () => {
  it("are refused by their file", () => {
    const folder = mkdtempSync(join(tmpdir(), "towpath-secret-"));
    const file = join(folder, "key");
    const refusals = (bytes: number) => {
      writeFileSync(file, "");
      truncateSync(file, bytes);
      return refusalsOf(
        { web: { secrets: [{ source: "key" }] } },
        { secrets: { key: { name: "key", file } } },
      );
    };
    expect(refusals(1024 * 1024)).toEqual({});
    expect(refusals(1024 * 1024 + 1)["secrets.key"]).toMatch(
      /1048577 bytes, more than a Secret's 1 MiB; put/,
    );
    rmSync(folder, { recursive: true });
  });

  it("are refused where variables hold them, together", () => {
    const half = "x".repeat(512 * 1024);
    const service = (more: string) => ({
      web: { environment: { A_PASSWORD: half, B_PASSWORD: half + more } },
    });
    expect(refusalsOf(service(""))).toEqual({});
    expect(refusalsOf(service("x"))["services.web.environment"]).toMatch(/1048577 bytes.*1 MiB/);
  });
});

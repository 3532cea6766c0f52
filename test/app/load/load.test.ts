import { basename } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { canonicalJson } from "../../../components/app/canonical-json";
import { load } from "../../../components/app/load/load";
import { folderOf, loadFiles, loadText, problemsOf } from "./compose-files";

describe("load", () => {
  it("writes down what is implied: networks, names, dependencies", () => {
    const text = `services:
  a: {image: x, links: ['b:bee'], volumes_from: [c]}
  b: {build: {}, networks: [back]}
  c: {image: x, network_mode: none}
networks: {back: {}, out: {external: true}}
volumes: {data: , named: {name: mine}}
`;
    const { app } = loadText(text, { projectName: "shop" });
    expect(app.services.a?.networks).toEqual({ default: null });
    expect(app.services.a?.depends_on).toEqual({
      b: { condition: "service_started", required: true, restart: true },
      c: { condition: "service_started", required: true },
    });
    expect(app.services.b?.build).toEqual({ context: expect.any(String), dockerfile: "Dockerfile" });
    expect(app.services.c).not.toHaveProperty("networks");
    expect(app.networks).toEqual({
      back: { name: "shop_back", ipam: {} },
      out: { name: "out", external: true, ipam: {} },
      default: { name: "shop_default", ipam: {} },
    });
    expect(app.volumes).toEqual({ data: { name: "shop_data" }, named: { name: "mine" } });
  });

  it("names the project by request, environment, file and folder, in this order", () => {
    const folder = folderOf({
      "compose.yaml": "name: From-${W:-file}!\nservices: {a: {image: $COMPOSE_PROJECT_NAME}}",
    });
    const files = [`${folder}/compose.yaml`];
    expect(load({ files }).app).toMatchObject({ name: "from-file", services: { a: { image: "from-file" } } });
    expect(load({ files, environment: { COMPOSE_PROJECT_NAME: "env" } }).app.name).toBe("env");
    expect(load({ files, projectName: "asked" }).app.name).toBe("asked");
    expect(problemsOf(() => load({ files, projectName: "Not Valid" }))).toEqual([
      "name: `Not Valid` is no valid project name; use lower-case letters, digits, `_` and `-`",
    ]);
    const unnamed = folderOf({ "compose.yaml": "services: {a: {image: x}}" });
    expect(load({ files: [`${unnamed}/compose.yaml`] }).app.name).toBe(basename(unnamed).toLowerCase());
  });

  it("keeps x- keys of every level, and prints only those at the top", () => {
    const text = "x-top: {a: 1.0}\nservices: {a: {image: x, x-own: [1], labels: {x-l: 1}, deploy: {x-d: 2}}}";
    const { app } = loadText(text);
    expect(app.services.a).toMatchObject({ "x-own": [1], labels: { "x-l": "1" }, deploy: { "x-d": 2 } });
    const json = canonicalJson(app);
    expect(json["x-top"]).toEqual({ a: 1 });
    expect(json.services).toEqual({
      a: {
        command: null,
        deploy: { placement: {}, resources: {} },
        entrypoint: null,
        image: "x",
        labels: { "x-l": "1" },
        networks: { default: null },
      },
    });
  });

  it("warns of an obsolete version", () => {
    const { warnings } = loadText("version: '3'\nservices: {a: {image: x}}");
    expect(warnings).toEqual([expect.stringMatching(/the key `version` is obsolete/)]);
  });

  it("reads jobs and models", () => {
    const text = `services: {a: {image: x, models: [m]}}
models: {m: {model: ai/x, context_size: 5}}
jobs: {j: {image: y, depends_on: [a], triggers: {schedule: ['0 3 * * *']}}}
`;
    const { app } = loadText(text);
    expect(app.models).toEqual({ m: { model: "ai/x", context_size: 5 } });
    expect(app.jobs?.j).toMatchObject({ image: "y", triggers: { schedule: [{ cron: "0 3 * * *" }] } });
  });

  it("gives pre_start hooks what their service says", () => {
    const text =
      "services: {a: {image: x, environment: {A: 1}, volumes: ['v:/v'], pre_start: [{command: c, user: u}]}}\nvolumes: {v: }";
    const hook = loadText(text).app.services.a?.pre_start?.[0];
    expect(hook).toMatchObject({ image: "x", environment: { A: "1" }, command: ["c"], user: "u" });
    expect(hook).not.toHaveProperty("volumes");
  });

  it("knows where everything was written, through merging, extends and include", () => {
    const files = {
      "one.yaml":
        "include: [inc.yaml]\nservices:\n  a:\n    extends: {file: base.yaml, service: b}\n    ports:\n      - 80:80\n",
      "two.yaml": "services:\n  a:\n    image: x\n",
      "base.yaml": "services:\n  b:\n    image: y\n    user: u\n",
      "inc.yaml": "services:\n  c:\n    image: z\n",
    };
    const { where, folder } = loadFiles(files, { files: ["one.yaml", "two.yaml"] });
    const at = (...path: (string | number)[]) => {
      const found = where(path);
      return found === undefined
        ? undefined
        : `${found.file.slice(folder.length + 1)}:${found.line}:${found.column}`;
    };
    expect(at("services", "a", "image")).toBe("two.yaml:3:5");
    expect(at("services", "a", "ports", 0)).toBe("one.yaml:6:9");
    expect(at("services", "a", "ports", 0, "target")).toBe("one.yaml:6:9");
    expect(at("services", "a", "user")).toBe("base.yaml:4:5");
    expect(at("services", "c", "image")).toBe("inc.yaml:3:5");
  });

  it("does not look at the process's environment", () => {
    vi.stubEnv("TOWPATH_TEST_ONLY", "leak");
    const { app } = loadText("services: {a: {image: '${TOWPATH_TEST_ONLY:-none}'}}");
    expect(app.services.a?.image).toBe("none");
  });

  it("prints a model that loads to itself", () => {
    const text = `services:
  a:
    build: {context: ., args: [A=1], ssh: [default]}
    ports: ["127.0.0.1:80-81:80-81"]
    volumes: ["data:/d:ro", "./x:/x", {type: tmpfs, target: /t, tmpfs: {size: 1m}}]
    healthcheck: {test: curl, interval: 1.5m}
    deploy: {resources: {limits: {cpus: 0.1, memory: 1g}}}
    secrets: [s]
    extra_hosts: ["h:::1"]
secrets: {s: {file: ./s}}
volumes: {data: {}}
`;
    const first = canonicalJson(loadText(text).app);
    const again = canonicalJson(loadText(JSON.stringify(first)).app);
    expect(JSON.parse(JSON.stringify(again))).toEqual(JSON.parse(JSON.stringify(first)));
  });
});

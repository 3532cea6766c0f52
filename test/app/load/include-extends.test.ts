import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { load } from "../../../components/app/load/load";
import { folderOf, loadFiles, loadText, problemsOf } from "./compose-files";

describe("extends", () => {
  it("lays a service over one of the same file, through a chain", () => {
    const text = `
services:
  c: {extends: b, labels: [c=1]}
  b: {extends: {service: a}, environment: {B: 2}}
  a: {image: x, environment: {A: 1}, labels: [c=0]}
`;
    expect(loadText(text).app.services.c).toMatchObject({
      image: "x",
      environment: { A: "1", B: "2" },
      labels: { c: "1" },
    });
  });

  it("starts paths of another file at that file", () => {
    const files = {
      "compose.yaml":
        "services: {web: {extends: {file: common/base.yaml, service: base}, volumes: ['./w:/w']}}",
      "common/base.yaml":
        "services: {base: {extends: {file: deep/more.yaml, service: more}, build: ., volumes: ['./b:/b']}}",
      "common/deep/more.yaml": "services: {more: {env_file: m.env, labels: {m: 1}}}",
      "common/deep/m.env": "M=1",
    };
    const { app, folder } = loadFiles(files);
    expect(app.services.web?.build?.context).toBe(`${folder}/common`);
    expect(app.services.web?.volumes?.map(({ source }) => source)).toEqual([
      `${folder}/common/b`,
      `${folder}/w`,
    ]);
    expect(app.services.web?.environment).toEqual({ M: "1" });
    expect(app.services.web?.labels).toEqual({ m: "1" });
  });

  it("refuses circles and what is not there, with a suggestion", () => {
    const text =
      "services: {a: {image: x, extends: b}, b: {image: x, extends: a}, c: {image: x, extends: aa}}";
    expect(problemsOf(() => loadText(text))).toEqual([
      "services.a.extends: services extend each other in a circle: a → b → a; break it",
      expect.stringMatching(/^services\.c\.extends: there is no service `aa` in .*; did you mean `a`\?$/),
    ]);
  });

  it("refuses a circle through files", () => {
    const files = {
      "compose.yaml": "services: {a: {extends: {file: b.yaml, service: a}}}",
      "b.yaml": "services: {a: {extends: {file: compose.yaml, service: a}}}",
    };
    expect(problemsOf(() => loadFiles(files))[0]).toMatch(
      /^services\.a\.extends: services extend each other/,
    );
  });
});

describe("include", () => {
  it("brings in another file with its own folder and variables; this file wins", () => {
    const files = {
      "compose.yaml": "include: [sub/compose.yaml]\nservices: {web: {depends_on: [db], labels: {own: 1}}}",
      "sub/compose.yaml":
        "services: {web: {image: 'w:$TAG', labels: {own: 0}}, db: {image: d, volumes: ['./d:/d']}}\nvolumes: {v: {}}",
      "sub/.env": "TAG=7",
    };
    const { app, folder } = loadFiles(files);
    expect(app.services.web).toMatchObject({ image: "w:7", labels: { own: "1" } });
    expect(app.services.db?.volumes?.[0]?.source).toBe(`${folder}/sub/d`);
    expect(app.volumes).toEqual({ v: { name: "demo_v" } });
  });

  it("takes a project directory, several files and env files", () => {
    const files = {
      "compose.yaml":
        "include: [{path: [sub/a.yaml, sub/b.yaml], project_directory: other, env_file: [v.env]}]\n",
      "sub/a.yaml": "services: {a: {image: '$V', build: .}}",
      "sub/b.yaml": "services: {a: {labels: {b: 1}}}",
      "v.env": "V=from-file",
    };
    const { app, folder } = loadFiles(files);
    expect(app.services.a).toMatchObject({
      image: "from-file",
      labels: { b: "1" },
      build: { context: `${folder}/other` },
    });
  });

  it("reads a file that two others include once, and merges it once", () => {
    const files = {
      "compose.yaml": "include: [a.yaml, b.yaml]\n",
      "a.yaml": "include: [base.yaml]\nservices: {a: {image: a}}",
      "b.yaml": "include: [base.yaml]\nservices: {b: {image: b}}",
      "base.yaml": "services: {base: {image: x, ports: ['80:80'], command: [c]}}",
    };
    expect(loadFiles(files).app.services.base?.ports).toHaveLength(1);
  });

  it("refuses circles, unknown keys and missing files, all at once", () => {
    const files = {
      "compose.yaml": "include: [b.yaml, missing.yaml, {pth: x}]\nservices: {a: {image: x}}",
      "b.yaml": "include: [compose.yaml]\n",
    };
    expect(problemsOf(() => loadFiles(files))).toEqual([
      "include[2].pth: the key `pth` is not known here; did you mean `path`?",
      expect.stringMatching(/^include\[0\]: files include each other in a circle/),
      expect.stringMatching(/missing\.yaml does not exist; check the path$/),
    ]);
  });

  it("follows symbolic links", () => {
    const folder = folderOf({
      "compose.yaml": "include: [link.yaml]\n",
      "real/b.yaml": "services: {b: {image: x, volumes: ['./d:/d']}}",
    });
    symlinkSync(join(folder, "real/b.yaml"), join(folder, "link.yaml"));
    const { app } = load({ files: [join(folder, "compose.yaml")] });
    expect(app.services.b?.volumes?.[0]?.source).toBe(`${folder}/d`);
  });
});

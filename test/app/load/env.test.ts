import { describe, expect, it } from "vitest";
import { parseDotenv } from "../../../components/app/load/env/dotenv";
import { loadFiles, problemsOf } from "./compose-files";

function read(text: string, outside: Readonly<Record<string, string>> = {}): Record<string, string> {
  const variables = new Map<string, string>();
  parseDotenv(text, variables, name => outside[name]);
  return Object.fromEntries(variables);
}

describe("an env file", () => {
  it("reads quotes, comments, escapes, exports and variables", () => {
    const text = [
      "# comment",
      "export A=1",
      "B = two words # comment",
      "C='$A \\n'",
      'D="$A\\n\\$A"',
      "E: yaml",
      "F=${A}-${X:-x}",
      "G='first",
      "second'",
      "H=",
    ].join("\n");
    expect(read(text)).toEqual({
      A: "1",
      B: "two words",
      C: "$A \\n",
      D: "1\n$A",
      E: "yaml",
      F: "1-x",
      G: "first\nsecond",
      H: "",
    });
  });

  it("takes a name alone from outside", () => {
    expect(read("A\nB\nC=1\n", { A: "outside" })).toEqual({ A: "outside", C: "1" });
  });

  it("is refused with its line", () => {
    const files = { "compose.yaml": "services: {a: {image: x, env_file: a.env}}", "a.env": "A=1\nB C\nD=2" };
    expect(problemsOf(() => loadFiles(files))[0]).toMatch(
      /a\.env: the key `B C` has a space; correct the line$/,
    );
  });
});

describe("env files of a project", () => {
  const compose = "services: {a: {image: '${IMAGE}', env_file: [one.env, {path: two.env, required: false}]}}";

  it("interpolates with .env, which the environment wins over", () => {
    const files = { "compose.yaml": "services: {a: {image: '$A-$B'}}", ".env": "A=file\nB=$A" };
    expect(loadFiles(files, { environment: { A: "env" } }).app.services.a?.image).toBe("env-env");
    expect(loadFiles(files).app.services.a?.image).toBe("file-file");
  });

  it("folds them into a service's environment and keeps what each file sets", () => {
    const files = {
      "compose.yaml": "services: {a: {image: x, env_file: [one.env, two.env], environment: {B: own, N: }}}",
      "one.env": "A=1\nB=2\nC=${B}",
      "two.env": "A=3\nD=${A}",
    };
    const { app, envFiles, folder } = loadFiles(files);
    expect(app.services.a?.environment).toEqual({ A: "3", B: "own", C: "own", D: "3", N: null });
    expect(envFiles.a).toEqual({
      [`${folder}/one.env`]: { A: "1", B: "2", C: "own" },
      [`${folder}/two.env`]: { A: "3", D: "3" },
    });
  });

  it("misses a required file, and no other", () => {
    expect(problemsOf(() => loadFiles({ "compose.yaml": compose, ".env": "IMAGE=x" }))).toEqual([
      expect.stringMatching(/^services\.a\.env_file\[0\]: .*one\.env does not exist; check the path$/),
    ]);
  });

  it("reads labels from files", () => {
    const files = {
      "compose.yaml": "services: {a: {image: x, label_file: l.env, labels: [b=own]}}",
      "l.env": "a=1\nb=2",
    };
    expect(loadFiles(files).app.services.a?.labels).toEqual({ a: "1", b: "own" });
  });
});

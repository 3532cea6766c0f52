import { describe, expect, it } from "vitest";
import { loadFiles, loadText, problemsOf } from "./compose-files";

/** The service `a` of two files, one over the other. */
function merged(base: string, over: string): Record<string, unknown> {
  const wrap = (keys: string) => `services: {a: {image: x, ${keys}}}`;
  const files = { "one.yaml": wrap(base), "two.yaml": wrap(over) };
  return { ...loadFiles(files, { files: ["one.yaml", "two.yaml"] }).app.services.a };
}

describe("several files", () => {
  it.each([
    ["command: a", "command: b", "command", ["b"]],
    ["environment: {A: 1, B: 1}", "environment: [B=2, C=3]", "environment", { A: "1", B: "2", C: "3" }],
    ["labels: [a=1]", "labels: {a: 2}", "labels", { a: "2" }],
    ["dns: 1.1.1.1", "dns: [2.2.2.2]", "dns", ["1.1.1.1", "2.2.2.2"]],
    ["cap_add: [A]", "cap_add: [A, B]", "cap_add", ["A", "B"]],
    ["tmpfs: /a", "tmpfs: [/a, /b]", "tmpfs", ["/a", "/b"]],
    [
      "healthcheck: {test: a, retries: 1}",
      "healthcheck: {test: [CMD, b]}",
      "healthcheck",
      { test: ["CMD", "b"], retries: 1 },
    ],
    [
      "logging: {driver: a, options: {x: 1}}",
      "logging: {options: {y: 2}}",
      "logging",
      { driver: "a", options: { x: "1", y: "2" } },
    ],
    ["logging: {driver: a, options: {x: 1}}", "logging: {driver: b}", "logging", { driver: "b" }],
    ["ulimits: {n: {soft: 1, hard: 2}}", "ulimits: {n: 3}", "ulimits", { n: 3 }],
    [
      "volumes: ['./a:/x']",
      "volumes: ['/b:/x:ro']",
      "volumes",
      [{ type: "bind", source: "/b", target: "/x", read_only: true, bind: {} }],
    ],
    [
      "ports: ['80:80']",
      "ports: ['80:80', '81:81']",
      "ports",
      [expect.objectContaining({ published: "80" }), expect.objectContaining({ published: "81" })],
    ],
    [
      "build: .",
      "build: {args: {A: 1}}",
      "build",
      { context: expect.any(String), dockerfile: "Dockerfile", args: { A: "1" } },
    ],
    ["environment: {A: 1, B: 1}", "environment: {A: !reset null}", "environment", { B: "1" }],
    [
      "ports: ['80:80']",
      "ports: !override ['81:81']",
      "ports",
      [expect.objectContaining({ published: "81" })],
    ],
    ["command: a", "command: !reset []", "command", null],
  ])("%s, then %s", (base, over, key, value) => {
    expect(merged(base, over)[key]).toEqual(value);
  });

  it("merges the documents of one file too", () => {
    const text = "services: {a: {image: x, labels: [a=1]}}\n---\nservices: {a: {labels: [b=2]}}\n";
    expect(loadText(text).app.services.a?.labels).toEqual({ a: "1", b: "2" });
  });

  it("merges networks and depends_on of either form", () => {
    const files = {
      "one.yaml":
        "services: {a: {image: x, networks: [n], depends_on: [b]}, b: {image: x}, c: {image: x}}\nnetworks: {n: {}, m: {}}",
      "two.yaml":
        "services: {a: {networks: {m: {aliases: [z]}}, depends_on: {c: {condition: service_healthy}}}}",
    };
    const service = loadFiles(files, { files: ["one.yaml", "two.yaml"] }).app.services.a;
    expect(service?.networks).toEqual({ n: null, m: { aliases: ["z"] } });
    expect(service?.depends_on).toEqual({
      b: { condition: "service_started", required: true },
      c: { condition: "service_healthy", required: true },
    });
  });

  it("refuses a list over a mapping", () => {
    expect(problemsOf(() => merged("credential_spec: {file: a}", "credential_spec: [a]"))[0]).toMatch(
      /^services\.a\.credential_spec: this cannot be merged/,
    );
  });
});

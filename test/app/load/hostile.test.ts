import { describe, expect, it } from "vitest";
import { load } from "../../../components/app/load/load";
import { folderOf, loadFiles, loadText, problemsOf } from "./compose-files";

const SERVICE = "services: {a: {image: x}}\n";

describe("hostile input", () => {
  it("keeps __proto__ and constructor as plain names", () => {
    const text =
      "services:\n  __proto__: {image: x, environment: {__proto__: y, constructor: z}}\n  constructor: {image: x}\n";
    const { app } = loadText(text);
    expect(Object.keys(app.services)).toEqual(["__proto__", "constructor"]);
    const service = Object.entries(app.services)[0]?.[1];
    expect(Object.entries(service?.environment ?? {})).toEqual([
      ["__proto__", "y"],
      ["constructor", "z"],
    ]);
    expect(({} as Record<string, unknown>).image).toBeUndefined();
    expect(problemsOf(() => loadText(`__proto__: {}\n${SERVICE}`))[0]).toMatch(
      /^__proto__: the key `__proto__` is not/,
    );
  });

  it("refuses what is no text, and reads UTF-16 with a mark", () => {
    expect(problemsOf(() => loadFiles({ "compose.yaml": Uint8Array.of(0xc3, 0x28, 0x0a) }))[0]).toMatch(
      /is no UTF-8/,
    );
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(SERVICE, "utf16le")]);
    expect(loadFiles({ "compose.yaml": utf16 }).app.services.a?.image).toBe("x");
  });

  it("reads CRLF, and tabs where they do not indent", () => {
    expect(loadText("services:\r\n  a:\r\n    image:\tx\t# c\r\n").app.services.a?.image).toBe("x");
  });

  it("reads ten megabytes of comment, of one text and of a text block", () => {
    const wide = "x".repeat(10_000_000);
    expect(loadText(`#${wide}\n${SERVICE}`).app.services.a?.image).toBe("x");
    expect(loadText(`x-a: "${wide}"\n${SERVICE}`).app["x-a"]).toHaveLength(10_000_000);
    const block = `x-a: |\n${"  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n".repeat(200_000)}${SERVICE}`;
    expect(loadText(block).app["x-a"]).toHaveLength(200_000 * 48);
  });

  it("refuses a million values before it has read them", () => {
    expect(problemsOf(() => loadText(`x-a:\n${"- xxxxxxx\n".repeat(1_000_000)}${SERVICE}`))).toHaveLength(1);
  });

  it("reads an extension nested 1,000 deep, and refuses one where a text belongs", () => {
    const deep = `${"[".repeat(1000)}${"]".repeat(1000)}`;
    expect(loadText(`x-a: ${deep}\n${SERVICE}`).app).toHaveProperty("x-a");
    expect(problemsOf(() => loadText(`services: {a: {image: ${deep}}}`))).toEqual([
      "services.a.image: this is a list; write a text",
    ]);
  });

  it("says of a folder, a missing file and no file what they are", () => {
    const folder = folderOf({ "a/b": "" });
    expect(problemsOf(() => load({ files: [`${folder}/a`] }))[0]).toMatch(/is a folder; name a file$/);
    expect(problemsOf(() => load({ files: [`${folder}/c`] }))[0]).toMatch(/does not exist; check the path$/);
    expect(problemsOf(() => load({ files: [] }))).toEqual([": no Compose file is given; name at least one"]);
  });

  it("loads a thousand services and a range of every port", () => {
    const services = Array.from(
      { length: 1000 },
      (_, index) => `  s${index}: {image: x, labels: [a=${index}]}`,
    );
    expect(Object.keys(loadText(`services:\n${services.join("\n")}\n`).app.services)).toHaveLength(1000);
    const { app } = loadText("services: {a: {image: x, ports: ['1-65535:1-65535']}}");
    expect(app.services.a?.ports).toHaveLength(65_535);
  });

  it("ends a chain of extends that is too long, without a circle", () => {
    const chain = (length: number) => {
      const lines = Array.from({ length }, (_, index) => `  s${index}: {extends: s${index + 1}}`);
      return `services:\n${lines.join("\n")}\n  s${length}: {image: x}\n`;
    };
    expect(loadText(chain(900)).app.services.s0?.image).toBe("x");
    expect(problemsOf(() => loadText(chain(3000)))[0]).toMatch(/a chain of more than 1000 services/);
  });
});

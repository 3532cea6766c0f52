import { describe, expect, it } from "vitest";
import { substitute } from "../../../components/app/load/interpolate/template";
import { loadText, problemsOf } from "./compose-files";

const VALUES: Readonly<Record<string, string>> = { A: "a", EMPTY: "", N: "3" };
const put = (template: string): string => substitute(template, name => VALUES[name]);

describe("variables", () => {
  it.each([
    ["$A and ${A}", "a and a"],
    ["$$A $${A} $$$A", "$A ${A} $a"],
    ["${U:-d} ${U-d} ${EMPTY:-d} ${EMPTY-d}", "d d d "],
    ["${A:+r} ${EMPTY:+r} ${EMPTY+r} ${U+r}", "r  r "],
    ["${U:-${A}-${V:-x}}", "a-x"],
    ["${U:-{x}}", "{x}"],
    ["${A:-${U:?not needed}}", "a"],
    ["$1 $ a$", "$1 $ a$"],
    ["${A}${U:-b}${N}", "ab3"],
  ])("%s becomes %s", (template, text) => {
    expect(put(template)).toBe(text);
  });

  it.each(["${A", "${1}", "${}", "${A:0:1}", "${A b}"])("%s is no template", template => {
    expect(() => put(template)).toThrow(/invalid template/);
  });

  it("does not grow with the square of many or deep variables, and bounds the depth", () => {
    expect(put("${A:-x}".repeat(20_000))).toBe("a".repeat(20_000));
    expect(put(`${"${U:-".repeat(400)}x${"}".repeat(400)}`)).toBe("x");
    expect(() => put(`${"${U:-".repeat(5000)}x${"}".repeat(5000)}`)).toThrow(/invalid template/);
  });
});

describe("variables in a file", () => {
  it("tells every failure with its path and line", () => {
    const text =
      "services:\n  web:\n    image: ${IMAGE:?name an image}\n    scale: ${SCALE}\n    command: ${1}\n";
    expect(problemsOf(() => loadText(text))).toEqual([
      "services.web.image: required variable IMAGE is missing a value: name an image; set IMAGE in the environment or an env file",
      "services.web.scale: an empty text is no whole number; write a number such as 3",
      "services.web.command: `${1}` is no valid template; write `$$` for a dollar sign",
    ]);
  });

  it("makes numbers and booleans of texts where they belong", () => {
    const text = 'services: {a: {image: x, scale: "${N}", tty: "${T:-yes}", cpus: "0.5", command: "${N}"}}';
    const { app } = loadText(text, { environment: VALUES });
    expect(app.services.a).toMatchObject({ scale: 3, tty: true, cpus: 0.5, command: ["3"] });
  });

  it("warns once of a variable that is not set", () => {
    const { warnings } = loadText("services: {a: {image: x, labels: {b: $U, c: $U}}}");
    expect(warnings).toEqual(["the variable U is not set; it counts as empty"]);
  });
});

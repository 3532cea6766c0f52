import { describe, expect, it } from "vitest";
import { stackOf } from "../../policies/stack";
import { make } from "./good/make";

describe("companions", () => {
  const bucket = (name: unknown) => make("b", "bucket", { bucket: name });
  const settings = (name: unknown, dependsOn: string[] = []) =>
    make("s", "settings", { bucket: name }, dependsOn);
  const found = (...[one, other]: [ReturnType<typeof make>, ReturnType<typeof make>]) =>
    stackOf([one, other]).companions(one, "bucket", ["s"]).length;

  it("depend on the resource, or name it", () => {
    expect(found(bucket(undefined), settings("[unknown]", ["bucket"]))).toBe(1);
    expect(found(bucket("shop"), settings("shop"))).toBe(1);
  });

  it("are not those of another, nor of one whose name is not known", () => {
    expect(found(bucket("shop"), settings("other"))).toBe(0);
    expect(found(bucket("[unknown]"), settings("[unknown]"))).toBe(0);
    expect(found(bucket(undefined), settings(undefined))).toBe(0);
  });
});

import { resolve } from "node:path";
import Ajv from "ajv/dist/2020";
import { describe, expect, it } from "vitest";
import { extensionSchema } from "../../components/app/extension-schema";

const FILE = resolve(__dirname, "../../docs/x-towpath.schema.json");

describe("the JSON Schema of x-towpath", () => {
  it("is the one in docs (`vitest -u` writes it anew)", async () => {
    await expect(`${JSON.stringify(extensionSchema(), null, 2)}\n`).toMatchFileSnapshot(FILE);
  });

  it("takes what the loader takes, and refuses what it refuses", () => {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(extensionSchema());
    const service = (extension: object) => ({ services: { a: { "x-towpath": extension } } });
    expect(validate(service({ ingress: { port: 80 }, spot: true }))).toBe(true);
    expect(validate(service({ ingress: [{ host: "a" }, { host: "b" }] }))).toBe(true);
    expect(validate(service({ ingres: {} }))).toBe(false);
    expect(validate(service({ ingress: { port: 99_999 } }))).toBe(false);
    expect(validate({ volumes: { v: { "x-towpath": { sizeGb: 0 } } } })).toBe(false);
  });
});

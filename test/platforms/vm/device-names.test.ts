import { describe, expect, it } from "vitest";
import { InvalidInput } from "../../../components/lib/issues";
import { deviceNames, MOST_VOLUMES } from "../../../components/platforms/vm/device-names";

const keys = (count: number) => Array.from({ length: count }, (_, at) => `volume-${at}`);

describe("deviceNames", () => {
  it("gives each volume a name of its own that EC2 takes", () => {
    const names = Object.values(deviceNames(keys(MOST_VOLUMES)));
    expect(new Set(names).size).toBe(MOST_VOLUMES);
    for (const name of names) expect(name).toMatch(/^\/dev\/xvd[bc][a-z]$/);
  });

  it("does not depend on the order, nor on most other volumes", () => {
    expect(deviceNames(["b", "a"])).toEqual(deviceNames(["a", "b"]));
    expect(deviceNames(["uploads"]).uploads).toBe(deviceNames(["archive", "uploads", "zebra"]).uploads);
  });

  it("refuses more than an instance takes", () => {
    expect(() => deviceNames(keys(MOST_VOLUMES + 1))).toThrow(InvalidInput);
  });
});

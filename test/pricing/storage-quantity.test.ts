import { describe, expect, it } from "vitest";
import { storageGb } from "../../pricing/storage-quantity";

describe("storageGb", () => {
  it.each([
    ["10Gi", 10],
    ["10G", 10],
    ["500Mi", 1],
    ["1.5Ti", 1536],
    ["1073741825", 2],
  ])("%s is %d GiB, rounded up", (quantity, gb) => {
    expect(storageGb(quantity)).toBe(gb);
  });
  it.each(["", "ten", "10Qx", "[unknown]", undefined])("%s is no quantity", quantity => {
    expect(storageGb(quantity)).toBeUndefined();
  });
});

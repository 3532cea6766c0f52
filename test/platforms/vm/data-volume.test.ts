import { describe, expect, it } from "vitest";
import { mountedVolume, volumesFile } from "../../../components/platforms/vm/data-volume";

describe("mountedVolume", () => {
  it("is found by the disk's id", () => {
    expect(mountedVolume("data", "vol-0123456789abcdef0")).toEqual({
      key: "data",
      label: "data",
      device: "/dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_vol0123456789abcdef0",
    });
  });

  it("has a label of 16 bytes at most that tells long keys apart", () => {
    const labels = ["grafana-storage-one", "grafana-storage-two"].map(
      key => mountedVolume(key, "vol-1").label,
    );
    for (const label of labels) expect(label).toMatch(/^[a-z0-9-]{1,16}$/);
    expect(labels[0]).not.toBe(labels[1]);
  });

  it("is listed by key", () => {
    expect(volumesFile([mountedVolume("b", "vol-2"), mountedVolume("a", "vol-1")])).toMatch(
      /^a a .*\nb b .*\n$/,
    );
  });
});

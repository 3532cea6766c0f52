import { describe, expect, it } from "vitest";
import { type Product, SUPPORT } from "../../../components/lib/versions/support-dates";
import { supportOf } from "../../../components/lib/versions/support-of";
import { settingsFor } from "../../platforms/kubernetes-settings";

describe("supportOf", () => {
  it("counts the days to the last one, which is still inside", () => {
    expect(supportOf("eks", "1.34", "2026-12-02")).toEqual({ state: "ending", ends: "2026-12-02", days: 0 });
    expect(supportOf("eks", "1.34", "2026-12-03")).toEqual({ state: "over", ends: "2026-12-02" });
  });

  it("warns from the ninetieth day before", () => {
    expect(supportOf("eks", "1.35", "2026-12-26")).toMatchObject({ state: "supported", days: 91 });
    expect(supportOf("eks", "1.35", "2026-12-27")).toMatchObject({ state: "ending", days: 90 });
  });

  it("takes what is older than the list for over, and what is newer or of another kind for unlisted", () => {
    expect(supportOf("k3s", "1.9", "2026-12-01")).toEqual({ state: "over" });
    expect(supportOf("kubernetes", "1.40", "2030-12-01")).toEqual({ state: "unlisted" });
    expect(supportOf("node-image", "AL2030", "2026-12-01")).toEqual({ state: "unlisted" });
  });
});

describe("the dates", () => {
  it.each(Object.entries(SUPPORT))(
    "of %s are dates, and tell where they are from",
    (_, { ends, asOf, source }) => {
      for (const day of [...Object.values(ends), asOf])
        expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
      expect(source).not.toBe("");
    },
  );

  it("list the versions that are the defaults", () => {
    const eks = settingsFor("eks", { eks: { endpoint: { public: false } } });
    const k3s = settingsFor("k3s");
    const listed = (product: Product, version: string) =>
      Object.keys(SUPPORT[product].ends).includes(version);
    expect(eks.target === "eks" && listed("eks", eks.eks.version)).toBe(true);
    expect(k3s.target === "k3s" && listed("k3s", k3s.k3s.version.slice(1, 5))).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { columns } from "../../../cli/terminal/columns";

describe("columns", () => {
  it("pads to the widest cell, and cuts at the end that says less", () => {
    const rows = [
      ["a", "1", "some/long/path.yaml:12"],
      ["much too long", "10", "x:1"],
    ];
    const layout = [
      { align: "left", most: 6 },
      { align: "right", most: 6 },
      { align: "left", most: 12, keep: "end" },
    ] as const;
    expect(columns(rows, layout)).toEqual(["a        1  …ath.yaml:12", "much …  10  x:1"]);
  });
});

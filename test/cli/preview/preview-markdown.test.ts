import { describe, expect, it } from "vitest";
import { previewMarkdown } from "../../../cli/preview/preview-markdown";
import { SAMPLE } from "./sample";

describe("previewMarkdown", () => {
  it("has the figures up front and the lists folded", () => {
    const [title, , figures] = previewMarkdown(SAMPLE).split("\n");
    expect(title).toBe("### towpath: shop, stack dev (docker, us-east-1)");
    expect(figures).toBe(
      "4 resources · **$13.06** a month expected, $13.06 at most · 1 mandatory and 0 advisory findings, 1 checks not evaluated",
    );
    expect(previewMarkdown(SAMPLE).match(/<summary>.*<\/summary>/g)).toEqual([
      "<summary>What your Compose keys become</summary>",
      "<summary>Monthly cost, prices of 2026-11-20</summary>",
      "<summary>Resources (4)</summary>",
      "<summary>Artefacts (1)</summary>",
    ]);
  });

  it("puts what a file says into cells as it stands", () => {
    const report = [
      { path: "services.a|b", key: "k", verdict: "adapted", note: "<img src=x> and `x` |\nnext @all" },
    ] as const;
    expect(previewMarkdown({ ...SAMPLE, report })).toContain(
      "| adapted | services.a\\|b | &lt;img src=x&gt; and \\`x\\` \\| next \\@all |",
    );
  });
});

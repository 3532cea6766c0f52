/** Cuts text that is wider than `width`, with a mark for what is missing. */
export function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

/** How one column of a table is set. */
export interface Column {
  readonly align: "left" | "right";
  /** Longest text that is not cut. */
  readonly most: number;
  /** Which end of a longer text is kept. Default `start`; a path's end says more. */
  readonly keep?: "start" | "end";
}

/** As `cut`, at the other end. */
function cutStart(text: string, width: number): string {
  return text.length <= width ? text : `…${text.slice(text.length - width + 1)}`;
}

/** Rows with their cells padded to one width a column, two spaces between, none at the end. */
export function columns(rows: readonly (readonly string[])[], layout: readonly Column[]): string[] {
  const widths = layout.map(({ most }, index) =>
    Math.min(most, Math.max(0, ...rows.map(row => row[index]?.length ?? 0))),
  );
  return rows.map(row =>
    layout
      .map(({ align, keep }, index) => {
        const width = widths[index] ?? 0;
        const cell = (keep === "end" ? cutStart : cut)(row[index] ?? "", width);
        return align === "right" ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd(),
  );
}

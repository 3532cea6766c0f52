/** Text that Markdown shows as it is. */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*_|<>[\]~@#]/g, mark => (mark === "<" ? "&lt;" : mark === ">" ? "&gt;" : `\\${mark}`))
    .replace(/\s+/g, " ");
}

/** A Markdown table; cells are escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(row => line(row.map(escaped)))].join("\n");
}

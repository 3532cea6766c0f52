import { columns } from "../../terminal/columns";
import type { Style } from "../../terminal/style";
import type { Preview } from "../preview";

/** Where the rendered files are. */
export function artefactLines({ artefacts }: Pick<Preview, "artefacts">, style: Style): string[] {
  const rows = columns(
    artefacts.map(({ path, kind, bytes }) => [path, kind, `${bytes} B`]),
    [
      { align: "left", most: 72 },
      { align: "left", most: 12 },
      { align: "right", most: 10 },
    ],
  );
  return [style.bold(`Artefacts (${artefacts.length})`), ...rows.map(row => `  ${row}`)];
}

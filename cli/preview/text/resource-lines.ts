import { cut } from "../../terminal/columns";
import type { Style } from "../../terminal/style";
import { WIDTH } from "../../terminal/wrap";
import type { Preview } from "../preview";
import { type ResourceNode, resourceTree } from "../resource-tree";
import { shortType } from "../short-type";

interface Row {
  readonly branch: string;
  readonly name: string;
  readonly type: string;
}

/** The resource tree: names on branches, types beside them. */
export function resourceLines({ resources }: Preview, style: Style): string[] {
  const rows = resourceTree(resources).flatMap(root => rowsOf(root, "", ""));
  const wanted = Math.max(0, ...rows.map(({ branch, name }) => branch.length + name.length));
  const width = Math.min(wanted, WIDTH - 36);
  return [
    style.bold(`Resources (${resources.length})`),
    ...rows.map(({ branch, name, type }) => {
      const cell = cut(name, width - branch.length).padEnd(width - branch.length);
      return `  ${style.dim(branch)}${cell}  ${style.dim(cut(type, WIDTH - width - 4))}`;
    }),
  ];
}

function rowsOf({ resource, children }: ResourceNode, branch: string, below: string): Row[] {
  return [
    { branch, name: resource.name, type: shortType(resource.type) },
    ...children.flatMap((child, index) => {
      const last = index === children.length - 1;
      return rowsOf(child, `${below}${last ? "└─ " : "├─ "}`, `${below}${last ? "   " : "│  "}`);
    }),
  ];
}

import { emptyMap, isList, isMap, mapOf, type Tree, type TreeMap } from "../tree";

const NAMESPACES = ["network_mode", "ipc", "pid", "uts", "cgroup"];

/** Links, shared namespaces and `volumes_from` make a service depend on another. */
export function addImplicitDependencies(container: TreeMap): void {
  const known = isMap(container.depends_on) ? container.depends_on : emptyMap();
  const add = (name: string, restart: boolean): void => {
    known[name] ??= mapOf([
      ["condition", "service_started"],
      ["restart", restart],
      ["required", true],
    ]);
  };
  for (const link of textsOf(container.links)) {
    const parts = link.split(":");
    add(parts.length === 2 ? (parts[0] ?? link) : link, true);
  }
  for (const namespace of NAMESPACES) {
    const value = container[namespace];
    if (typeof value === "string" && value.startsWith("service:")) add(value.slice("service:".length), true);
  }
  for (const volume of textsOf(container.volumes_from)) {
    if (!volume.startsWith("container:")) add(volume.split(":")[0] ?? volume, false);
  }
  if (Object.keys(known).length > 0) container.depends_on = known;
}

function textsOf(value: Tree | undefined): string[] {
  return isList(value) ? value.filter(entry => typeof entry === "string") : [];
}

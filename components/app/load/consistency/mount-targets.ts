import type { Service } from "../../model/service";
import { type Path, pathText } from "../path";
import type { Problems } from "../problems";

/** Two mounts cannot share a path of the container. */
export function checkMountTargets(name: string, service: Service, problems: Problems): void {
  const mounted = new Map<string, Path>();
  const mount = (target: string, path: Path): void => {
    const other = mounted.get(target);
    if (other === undefined) mounted.set(target, path);
    else problems.add(path, `${target} is mounted already by ${pathText(other)}`, "choose another target");
  };
  service.tmpfs?.forEach((entry, index) => {
    mount(entry.split(":")[0] ?? entry, ["services", name, "tmpfs", index]);
  });
  service.volumes?.forEach((entry, index) => {
    mount(entry.target ?? "", ["services", name, "volumes", index]);
  });
}

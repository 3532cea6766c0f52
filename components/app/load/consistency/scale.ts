import type { Service } from "../../model/service";
import type { Problems } from "../problems";

/** `scale` and `deploy.replicas` agree, are not negative, and fit a container's own name. */
export function checkScale(name: string, service: Service, problems: Problems): void {
  const path = ["services", name];
  const { scale } = service;
  const replicas = service.deploy?.replicas;
  if (scale !== undefined && replicas !== undefined && scale !== replicas) {
    problems.add([...path, "scale"], `scale is ${scale}, deploy.replicas ${replicas}`, "write one of them");
  }
  const written = scale === undefined ? ["deploy", "replicas"] : ["scale"];
  const count = scale ?? replicas ?? 1;
  if (count < 0) problems.add([...path, ...written], `${count} is negative`, "write 0 or more");
  if (count > 1 && service.container_name !== undefined) {
    const wrong = `${count} containers cannot all be called \`${service.container_name}\``;
    problems.add([...path, "container_name"], wrong, "remove container_name");
  }
}

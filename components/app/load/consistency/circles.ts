import type { Service } from "../../model/service";
import type { Problems } from "../problems";

/** Services that wait for each other never start. */
export function checkDependencyCircles(
  services: Readonly<Record<string, Service>>,
  problems: Problems,
): void {
  const done = new Set<string>();
  for (const name of Object.keys(services)) {
    const circle = findCircle(name, services, done);
    if (circle === undefined) continue;
    for (const member of circle) done.add(member);
    const [first = name, second = first] = circle;
    const wrong = `services depend on each other in a circle: ${circle.slice(0, 20).join(" → ")}`;
    problems.add(["services", first, "depends_on", second], wrong, "remove one of these dependencies");
  }
}

/** A walk in depth without recursion, so that a chain of any length is followed. */
function findCircle(
  start: string,
  services: Readonly<Record<string, Service>>,
  done: Set<string>,
): string[] | undefined {
  const path: string[] = [];
  const onPath = new Set<string>();
  const stack: { name: string; leave: boolean }[] = [{ name: start, leave: false }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { name, leave } = step;
    if (leave) {
      path.pop();
      onPath.delete(name);
      done.add(name);
      continue;
    }
    if (onPath.has(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name) || services[name] === undefined) continue;
    path.push(name);
    onPath.add(name);
    stack.push({ name, leave: true });
    for (const next of Object.keys(services[name].depends_on ?? {})) stack.push({ name: next, leave: false });
  }
  return undefined;
}

import type { App } from "../../components/app/model";
import type { Service } from "../../components/app/model/service";
import { loadedApp } from "../workloads/shared/loaded-app";

/** How many of what a described app has. */
export interface Shape {
  readonly services: number;
  /** Of the services, how many own a volume. Default 1. */
  readonly stateful?: number;
  readonly jobs?: number;
  /** Of the services, how many ask for boards, counted from the last. */
  readonly onBoards?: number;
  /** MiB that each service asks for. Default 256. */
  readonly memoryMb?: number;
}

/** An app of so many services, the first of which own data. */
export function appOf({ services, stateful = 1, jobs = 0, onBoards = 0, memoryMb = 256 }: Shape): App {
  const reservations = { memory: String(memoryMb * 1024 * 1024) };
  const running = [...Array(services).keys()].map((index): [string, Partial<Service>] => [
    `service-${index}`,
    {
      image: "app:1",
      expose: ["8080"],
      deploy: { resources: { reservations } },
      ...(index < services - onBoards ? {} : { "x-towpath": { edge: true } }),
      ...(index < stateful
        ? { volumes: [{ type: "volume", source: `data-${index}`, target: "/data" }] }
        : {}),
    },
  ]);
  const batch = [...Array(jobs).keys()].map((index): [string, Partial<Service>] => [
    `job-${index}`,
    { image: "job:1", restart: "no" },
  ]);
  const volumes = Object.fromEntries(
    [...Array(stateful).keys()].map(index => [`data-${index}`, { name: `data-${index}` }]),
  );
  return loadedApp({ services: Object.fromEntries([...running, ...batch]), volumes }).app;
}

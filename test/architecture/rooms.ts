/** What a room may import: values and types, and of some rooms types only. Its own files always. */
export interface Door {
  readonly rooms: readonly string[];
  readonly typesOf?: readonly string[];
}

/** Who may import whom. A room is a folder of `components/`, or a folder or file at the root; see roomOf. */
export const DOORS: Readonly<Record<string, Door>> = {
  index: { rooms: ["deploy", "lib", "settings"] },
  deploy: {
    rooms: [
      "planning",
      "capabilities",
      "platforms",
      "workloads",
      "addons",
      "registry",
      "app",
      "settings",
      "lib",
    ],
  },
  planning: {
    rooms: ["addons", "app", "capabilities", "lib", "platforms", "registry", "settings", "workloads"],
  },
  capabilities: { rooms: ["lib"], typesOf: ["settings", "workloads"] },
  settings: { rooms: ["lib"], typesOf: ["app"] },
  app: { rooms: ["lib"] },
  workloads: { rooms: ["app", "lib"], typesOf: ["registry", "settings", "platforms"] },
  platforms: { rooms: ["addons", "lib", "registry"], typesOf: ["settings"] },
  addons: { rooms: ["lib", "platforms", "registry"], typesOf: ["settings"] },
  registry: { rooms: ["lib", "platforms"], typesOf: ["app", "settings"] },
  lib: { rooms: [] },
  pricing: { rooms: ["lib"] },
  advice: { rooms: ["app", "lib", "pricing", "workloads"] },
  policies: { rooms: ["lib", "pricing"] },
  cli: {
    rooms: [
      "advice",
      "app",
      "capabilities",
      "index",
      "lib",
      "planning",
      "policies",
      "pricing",
      "settings",
      "workloads",
    ],
  },
};

/**
 * The room of a file: `components/app/load/load.ts` → `app`, `pricing/estimate.ts` → `pricing`. Of the files
 * right below `components/`, `deploy.ts` makes resources; the others choose a plan, and are `planning`.
 */
export function roomOf(path: string): string {
  const [first = "", second = ""] = path.split("/");
  if (first !== "components") return first.replace(/\.\w+$/, "");
  if (second === "deploy.ts") return "deploy";
  return second.endsWith(".ts") ? "planning" : second;
}

/** Where the command runs the program under the mock engine: the one way from it to Pulumi. */
export const MOCK_ENGINE = /^cli\/engine\//;

/** Files that stay free of Pulumi, and of everything that is not, however far away. */
export const PURE: readonly RegExp[] = [
  /^components\/(app|lib)\//,
  /^components\/(?!deploy)[^/]+\.ts$/,
  /^components\/workloads\/.*\bplan\b/,
  /^components\/platforms\/.*\buser-data\b/,
  /^components\/settings\/parse\.ts$/,
  /^(advice|pricing)\//,
  /^policies\/(rules|facts)\//,
  /^cli\/(?!engine\/)/,
];

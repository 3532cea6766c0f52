import { defineConfig } from "vitest/config";

// One project a kind of equipment: `unit` needs none, the others find their tool or skip visibly.
const project = (name: string, include: string[], testTimeout: number) => ({
  test: { name, include, testTimeout, hookTimeout: testTimeout, environment: "node" as const },
});

export default defineConfig({
  test: {
    projects: [
      project("unit", ["test/**/*.test.ts"].concat(["!test/{engine,docker,cluster}/**"]), 60_000),
      project("engine", ["test/engine/**/*.test.ts"], 600_000),
      project("docker", ["test/docker/**/*.test.ts"], 600_000),
      project("cluster", ["test/cluster/**/*.test.ts"], 600_000),
    ],
  },
});

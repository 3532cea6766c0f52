import { defineConfig } from "vitest/config";

// One project a kind of equipment: `unit` needs none, the others find their tool or skip visibly.
const project = (name: string, include: string[], testTimeout: number, more: object = {}) => ({
  test: { name, include, testTimeout, hookTimeout: testTimeout, environment: "node" as const, ...more },
});

// Its files share what they import, which takes longer than most of their tests: a test leaves nothing behind.
const SHARED = { isolate: false, unstubEnvs: true };
// One cluster serves all tests, which take turns: they look at the clock and at what else runs.
const IN_TURN = { globalSetup: "test/cluster/harness/global-setup.ts", fileParallelism: false };

export default defineConfig({
  test: {
    projects: [
      project("unit", ["test/**/*.test.ts", "!test/{engine,docker,bench,cluster,vm}/**"], 60_000, SHARED),
      project("engine", ["test/engine/**/*.test.ts"], 600_000),
      project("docker", ["test/docker/**/*.test.ts"], 600_000),
      project("cluster", ["test/cluster/**/*.test.ts"], 600_000, IN_TURN),
      project("bench", ["test/bench/**/*.test.ts"], 1_200_000),
      project("vm", ["test/vm/**/*.test.ts"], 1_800_000),
    ],
  },
});

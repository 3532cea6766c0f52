import { describe, expect, it } from "vitest";
import type { Advice } from "../../../advice/advice";
import type { Path } from "../../../advice/paths";
import type { Cost } from "../../../pricing/cost";
import { towpath } from "../towpath-process";

async function adviceOf(...options: string[]): Promise<Advice> {
  const { code, stdout, stderr } = await towpath(["advise", "--format", "json", ...options]);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout);
}

/** The smallest stack of each target, as the guide to targets has it. */
const SMALLEST: Readonly<Record<Path, readonly string[]>> = {
  docker: ["target=docker"],
  k3s: ["target=k3s"],
  eks: [
    "target=eks",
    "addons={monitoring: false}",
    "eks.endpoint={public: true, cidrs: [203.0.113.0/24]}",
    "eks.pools=[{name: on-demand, instanceTypes: [t4g.medium], min: 1, max: 2}]",
  ],
};

describe("towpath advise", () => {
  it("answers for the stack's app, and names the rule and number that would change the answer", async () => {
    const { code, stdout } = await towpath(["advise", "--people", "4"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^shop: Docker on one VM\n/);
    expect(stdout).toContain("4 people; points to Docker on one VM");
    expect(stdout).toContain("K3s on a few VMs: with 21 services instead of 3 (rule 1)");
    expect(stdout.split("\n").filter(line => line.length > 100)).toEqual([]);
  });

  it("takes the budget of the stack's settings, and the command line's before it", async () => {
    const large = ["--people", "30", "--teams", "4", "--peak-ratio", "6"];
    const settings = ["--config", "budget.maxMonthlyUsd=40"];
    expect((await adviceOf(...large)).path).toBe("eks");
    expect((await adviceOf(...large, ...settings)).conflict).toEqual({ wanted: "eks", rules: [10] });
    expect((await adviceOf(...large, ...settings, "--budget", "500")).path).toBe("eks");
  });

  it("tells every number that is none", async () => {
    const { code, stderr } = await towpath(["advise", "--people", "many", "--availability", "120"]);
    expect(code).toBe(1);
    expect(stderr).toContain("--people: many is no such number; write 1 to 100000");
    expect(stderr).toContain("--availability: 120 is no such number; write 0 to 100");
  });

  it("gives the same advice as a page", async () => {
    const { stdout } = await towpath(["advise", "--format", "markdown"]);
    expect(stdout).toMatch(/^### shop: Docker on one VM\n\n\| Rule \| Found/);
  });

  it.each(Object.entries(SMALLEST))(
    "sketches what %s costs as the program has it, within 5 %%",
    async (path, config) => {
      const overrides = [...config, "environment=dev"].flatMap(one => ["--config", one]);
      const { code, stdout, stderr } = await towpath([
        "cost",
        "--format",
        "json",
        "--stack",
        "dev",
        ...overrides,
      ]);
      expect([code, stderr]).toEqual([0, ""]);
      const { expectedUsd }: Cost = JSON.parse(stdout);
      const sketched = (await adviceOf()).costs[path as Path];
      expect(Math.abs(sketched - expectedUsd) / expectedUsd).toBeLessThan(0.05);
    },
  );
});

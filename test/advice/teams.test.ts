import { describe, expect, it } from "vitest";
import type { Advice } from "../../advice/advice";
import { advise } from "../../advice/advise";
import { appOf } from "./apps";
import { type DescribedTeam, TEAMS } from "./teams";

function adviceFor({ app, team, refused = [] }: DescribedTeam): Advice {
  return advise({
    app: appOf(app),
    team,
    refused: { docker: [], kubernetes: refused },
    region: "us-east-1",
    volumeSizeGb: 10,
    snapshotsKept: 7,
  });
}

describe("advice", () => {
  it("is tested on twenty teams at least", () => {
    expect(TEAMS.length).toBeGreaterThanOrEqual(20);
  });

  it.each(TEAMS.map(team => [team.who, team] as const))("for %s", (_, team) => {
    const advice = adviceFor(team);
    expect(advice.path).toBe(team.path);
    for (const number of team.because) {
      const reason = advice.reasons.find(one => one.number === number);
      expect(reason?.says).toMatch(/points to|asks for|allows/);
    }
    const numbers = advice.flips.flatMap(({ to, changes }) =>
      changes.map(({ lever, to: number }) => ({ to, lever, number })),
    );
    if (team.alternative !== undefined)
      expect(advice.alternatives.map(({ name }) => name)).toContain(team.alternative);
    expect(numbers).toContainEqual(team.flip);
  });
});

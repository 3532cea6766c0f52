import { volumeExtensionOf } from "../components/app/extension-of";
import type { App } from "../components/app/model";
import { priceBook } from "../pricing/price-book";
import type { Advice, Reason } from "./advice";
import { ALTERNATIVES } from "./alternatives";
import { appFacts } from "./app-facts";
import { decide, type Judged } from "./decide";
import type { Facts } from "./facts";
import { flips } from "./flips";
import { NEXT_STEPS } from "./next-steps";
import { PATH_NAMES } from "./paths";
import { sketchedCosts } from "./sketch/sketched-costs";
import { TEAM_FACTS, type TeamFact, type TeamFacts, teamFacts } from "./team-facts";

export interface AdviseRequest {
  readonly app: App;
  readonly team: Partial<TeamFacts>;
  readonly refused: Facts["refused"];
  readonly region: string;
  /** Size of a volume that does not say its own, GiB. */
  readonly volumeSizeGb: number;
  readonly snapshotsKept: number;
}

/** Weighs the rules for an app and its team. Throws `NoPriceData` for a region without prices. */
export function advise(request: AdviseRequest): Advice {
  const { region } = request;
  const facts = factsOf(request);
  const { path, judged, conflict } = decide(facts);
  return {
    app: request.app.name,
    path,
    reasons: judged.map(reasonOf),
    ...(conflict === undefined
      ? {}
      : {
          conflict: { wanted: conflict.wanted, rules: conflict.heldBack.map(({ rule }) => rule.number) },
        }),
    flips: flips(facts),
    alternatives: ALTERNATIVES.flatMap(({ name, fits }) => {
      const why = fits(facts, path);
      return why === undefined ? [] : [{ name, why }];
    }),
    next: NEXT_STEPS[path],
    costs: facts.costs,
    region,
    pricesAsOf: priceBook(region).asOf,
    unpriced: facts.unpriced,
    assumed: assumed(facts),
  };
}

function factsOf({ app, team, refused, region, volumeSizeGb, snapshotsKept }: AdviseRequest): Facts {
  const counted = appFacts(app);
  const volumesGb = Object.values(app.volumes ?? {}).map(
    volume => volumeExtensionOf(volume).sizeGb ?? volumeSizeGb,
  );
  const given = new Set((Object.keys(TEAM_FACTS) as TeamFact[]).filter(fact => team[fact] !== undefined));
  const sketched = sketchedCosts({ memoryGb: counted.memoryGb, volumesGb, snapshotsKept }, region);
  return { app: counted, team: teamFacts(team), given, refused, ...sketched };
}

function reasonOf({ rule, judgement }: Judged): Reason {
  return {
    number: rule.number,
    id: rule.id,
    rule: rule.rule,
    evidence: judgement.evidence,
    says: says(judgement),
  };
}

function says({ points, least, most }: Judged["judgement"]): string {
  const parts = [
    ...(points === undefined ? [] : [`points to ${PATH_NAMES[points]}`]),
    ...(least === undefined || least === "docker" ? [] : [`asks for ${PATH_NAMES[least]} at least`]),
    ...(most === undefined || most === "eks" ? [] : [`allows ${PATH_NAMES[most]} at most`]),
  ];
  return parts.length === 0 ? "rules nothing out" : parts.join(", ");
}

function assumed({ team, given }: Facts): Advice["assumed"] {
  return (Object.keys(TEAM_FACTS) as TeamFact[])
    .filter(fact => !given.has(fact) && Number.isFinite(team[fact]))
    .map(fact => ({ fact, value: team[fact], what: TEAM_FACTS[fact].what }));
}

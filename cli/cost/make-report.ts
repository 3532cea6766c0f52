import type { App } from "../../components/app/model";
import type { Target } from "../../components/settings/settings";
import { costByPart } from "../../pricing/by-part";
import { costByService } from "../../pricing/by-service";
import type { Cost } from "../../pricing/cost";
import { costDifference } from "../../pricing/difference";
import { overlooked } from "../../pricing/overlooked";
import type { Registered } from "../engine/registered";
import type { CostReport } from "./cost-report";
import { readEarlierCost } from "./earlier-cost";
import { serviceShares } from "./owners";
import { partOf } from "./part-of";

export interface ReportRequest {
  readonly cost: Cost;
  readonly resources: readonly Pick<Registered, "urn" | "name" | "parent">[];
  /** The stack's app and where it runs; absent when only a preview of the engine is there. */
  readonly deployed?: { readonly app: App; readonly target: Target };
  /** File of an earlier estimate. */
  readonly against?: string;
}

/** An estimate with what it comes to by component and service, and against an earlier one. */
export function makeReport({ cost, resources, deployed, against }: ReportRequest): CostReport {
  return {
    ...cost,
    byPart: costByPart(cost, partOf(resources)),
    byService:
      deployed === undefined ? [] : costByService(cost, serviceShares(deployed.app, deployed.target)),
    overlooked: overlooked(cost.lines),
    ...(against === undefined ? {} : { difference: costDifference(readEarlierCost(against), cost) }),
  };
}

import type { ModelPath } from "../shared/model-path";
import type { ReportKey } from "../shared/reporter";
import { refuseBoardMounts } from "./board-mounts";
import { refuseUnknownBoards } from "./board-names";
import { architecturesOf, boardsAsked, boardsFor, runsOnBoards } from "./boards";
import { gpuLimits } from "./gpus";
import { isPrivateEcr } from "./image-name";
import { placementExpressions } from "./placement";
import type { PlanContext, Workload } from "./workload";

/** What a board cannot do for a service. */
interface Limit {
  readonly key: ReportKey;
  /** Where it stands in the service. */
  readonly at: ModelPath;
  readonly holds: (workload: Workload, context: PlanContext) => boolean;
  readonly wrong: string;
  readonly instead: string;
}

const EXTENSION = "services.*.x-towpath";
const PLACEMENT = "services.*.deploy.placement";
/** K3s lets pods reach pods on a board, but not the board's own kubelet, which measures them. */
const UNMEASURED = "nobody in the cluster can measure pods on a board, so nothing would ever scale";
const ECR = "an image of ECR, and a board has no identity in AWS to pull it with";
const OTHER_IMAGE =
  "write an image of a registry that the board may pull from, for example ghcr.io/example/app:1.0";

const LIMITS: readonly Limit[] = [
  {
    key: EXTENSION,
    at: ["x-towpath", "autoscale"],
    holds: ({ extension }) => extension.autoscale !== undefined,
    wrong: UNMEASURED,
    instead: "write deploy.replicas, or leave x-towpath.edge out",
  },
  {
    key: EXTENSION,
    at: ["x-towpath", "spot"],
    holds: ({ extension }) => extension.spot,
    wrong: "a board is no node of the cloud's, which alone takes nodes back",
    instead: "leave out spot or edge",
  },
  {
    key: EXTENSION,
    at: ["x-towpath", "edge"],
    holds: ({ service }) => Object.keys(gpuLimits(service)).length > 0,
    wrong: "the service asks for a GPU, which no board gives out",
    instead: "leave out the GPU or edge",
  },
  {
    key: "services.*.build",
    at: ["build"],
    holds: ({ service }, { facts }) => service.build !== undefined && facts.buildsToEcr === true,
    wrong: "what is built goes to ECR, and a board has no identity in AWS to pull it with",
    instead: `${OTHER_IMAGE}, or set towpath:registry to a self-hosted one`,
  },
  {
    key: "services.*.image",
    at: ["image"],
    holds: ({ service }) => service.build === undefined && isPrivateEcr(service.image ?? ""),
    wrong: ECR,
    instead: OTHER_IMAGE,
  },
  {
    key: "services.*.pre_start",
    at: ["pre_start"],
    holds: ({ service }) => (service.pre_start ?? []).some(({ image }) => isPrivateEcr(image ?? "")),
    wrong: `has ${ECR}`,
    instead: OTHER_IMAGE,
  },
  {
    key: `${PLACEMENT}.constraints`,
    at: ["deploy", "placement", "constraints"],
    holds: isOtherArchitecture,
    wrong: "no board that x-towpath.edge asks for has this architecture",
    instead: "write one that has it, or leave the constraint out",
  },
  {
    key: `${PLACEMENT}.max_replicas_per_node`,
    at: ["deploy", "placement", "max_replicas_per_node"],
    holds: isTooFew,
    wrong: "there are fewer boards than so many replicas need",
    instead: "raise it, or write fewer replicas",
  },
];

/** Refuses what a service asks for and no board can do, and boards that there are not. */
export function checkBoards(context: PlanContext, workload: Workload): void {
  if (!runsOnBoards(workload)) return;
  refuseUnknownBoards(context, workload);
  refuseBoardMounts(context, workload);
  for (const { key, at, holds, wrong, instead } of LIMITS) {
    if (holds(workload, context))
      context.reporter.refuse(key, ["services", workload.name, ...at], wrong, instead);
  }
}

function isOtherArchitecture(workload: Workload, context: PlanContext): boolean {
  const architectures = architecturesOf(boardsAsked(context, workload));
  const wanted = placementExpressions(workload.service).filter(({ key }) => key === "kubernetes.io/arch");
  const fits = (one: string) =>
    wanted.every(({ operator, values }) => (operator === "In") === (values as string[]).includes(one));
  return architectures.length > 0 && !architectures.some(fits);
}

function isTooFew(workload: Workload, context: PlanContext): boolean {
  const { service, replicas, kind } = workload;
  const perNode = service.deploy?.placement?.max_replicas_per_node ?? 0;
  const boards = boardsFor(context, workload).length;
  return perNode > 0 && boards > 0 && kind !== "DaemonSet" && replicas > perNode * boards;
}

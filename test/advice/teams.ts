import type { Lever } from "../../advice/facts";
import type { Path } from "../../advice/paths";
import type { TeamFacts } from "../../advice/team-facts";
import type { Shape } from "./apps";

/** A team as somebody would tell of it, and the advice that it should get. */
export interface DescribedTeam {
  readonly who: string;
  readonly app: Shape;
  readonly team: Partial<TeamFacts>;
  readonly refused?: readonly string[];
  readonly path: Path;
  /** Rules that speak for the path, or that bind it. */
  readonly because: readonly number[];
  /** One number that would change the answer, and to what. */
  readonly flip: { readonly to: Path; readonly lever: Lever; readonly number: number };
  readonly alternative?: string;
}

const shop = { services: 8, stateful: 2 };

export const TEAMS: readonly DescribedTeam[] = [
  {
    who: "a small team with a small shop",
    app: shop,
    team: { people: 4, teams: 1, transactionsPerDay: 10_000, peakRatio: 2 },
    path: "docker",
    because: [1, 2, 3, 4, 5],
    flip: { to: "k3s", lever: "services", number: 21 },
  },
  {
    who: "the limits of the guidance: 20 services, 5 people, 10,000 transactions",
    app: { services: 20, stateful: 2 },
    team: { people: 5, transactionsPerDay: 10_000 },
    path: "docker",
    because: [1, 2, 4],
    flip: { to: "k3s", lever: "services", number: 21 },
  },
  {
    who: "a large platform: many services, several teams, elastic load",
    app: { services: 45, stateful: 4, memoryMb: 512 },
    team: { people: 40, teams: 6, transactionsPerDay: 5_000_000, peakRatio: 8 },
    path: "eks",
    because: [1, 2, 3, 4, 5],
    flip: { to: "k3s", lever: "services", number: 20 },
  },
  {
    who: "21 services, three teams, load that comes and goes",
    app: { services: 21 },
    team: { people: 5, teams: 3, peakRatio: 6 },
    path: "eks",
    because: [1, 3, 5],
    flip: { to: "k3s", lever: "peakRatio", number: 3 },
  },
  {
    who: "21 services and nothing else that is large",
    app: { services: 21 },
    team: { people: 4, transactionsPerDay: 10_000 },
    path: "k3s",
    because: [1],
    flip: { to: "docker", lever: "services", number: 20 },
  },
  {
    who: "three teams that share a small app",
    app: shop,
    team: { people: 5, teams: 3 },
    path: "k3s",
    because: [3],
    flip: { to: "docker", lever: "teams", number: 2 },
    alternative: "Docker Swarm",
  },
  {
    who: "a ticket sale: ten times the load for an hour",
    app: { services: 6, stateful: 0 },
    team: { people: 5, peakRatio: 10 },
    path: "k3s",
    because: [5],
    flip: { to: "docker", lever: "peakRatio", number: 5 },
    alternative: "ECS on Fargate",
  },
  {
    who: "eight people, a small app, steady load",
    app: shop,
    team: { people: 8 },
    path: "docker",
    because: [1, 3, 4, 5],
    flip: { to: "k3s", lever: "teams", number: 2 },
  },
  {
    who: "eight people in two teams",
    app: shop,
    team: { people: 8, teams: 2 },
    path: "k3s",
    because: [2, 3],
    flip: { to: "docker", lever: "teams", number: 1 },
  },
  {
    who: "one person with a hobby",
    app: { services: 2, stateful: 1 },
    team: { people: 1, transactionsPerDay: 100 },
    path: "docker",
    because: [1, 2, 3, 4, 5],
    flip: { to: "k3s", lever: "services", number: 21 },
    alternative: "Podman with Quadlet",
  },
  {
    who: "half a million transactions a day, and a second sign: a peak of four",
    app: shop,
    team: { people: 5, transactionsPerDay: 500_000, peakRatio: 4 },
    path: "k3s",
    because: [4, 5],
    flip: { to: "docker", lever: "transactionsPerDay", number: 100_000 },
  },
  {
    who: "two million transactions a day on a few services",
    app: { services: 5, stateful: 1 },
    team: { people: 5, transactionsPerDay: 2_000_000 },
    path: "k3s",
    because: [4],
    flip: { to: "docker", lever: "transactionsPerDay", number: 1_000_000 },
  },
  {
    who: "a shop that promises 99.9 %",
    app: shop,
    team: { people: 4, availabilityPercent: 99.9 },
    path: "k3s",
    because: [6],
    flip: { to: "docker", lever: "availabilityPercent", number: 99.5 },
    alternative: "a managed database (RDS, Aurora)",
  },
  {
    who: "a bank that promises 99.99 %",
    app: shop,
    team: { people: 12, availabilityPercent: 99.99 },
    path: "eks",
    because: [6],
    flip: { to: "k3s", lever: "availabilityPercent", number: 99.9 },
    alternative: "a managed database (RDS, Aurora)",
  },
  {
    who: "a bank that promises 99.99 % for 60 dollars",
    app: shop,
    team: { people: 12, availabilityPercent: 99.99, budgetUsd: 60 },
    path: "k3s",
    because: [6, 10],
    flip: { to: "docker", lever: "availabilityPercent", number: 99.5 },
  },
  {
    who: "a project with 20 dollars and three teams",
    app: { services: 3 },
    team: { people: 5, teams: 3, budgetUsd: 20 },
    path: "docker",
    because: [3, 10],
    flip: { to: "k3s", lever: "budgetUsd", number: 28 },
  },
  {
    who: "models that hold 40 GiB in memory",
    app: { services: 10, memoryMb: 4096 },
    team: { people: 4 },
    path: "k3s",
    because: [7],
    flip: { to: "docker", lever: "memoryGb", number: 28 },
  },
  {
    who: "a home server whose containers hold its devices",
    app: shop,
    team: { people: 8, teams: 2, peakRatio: 4 },
    refused: ["services.plex.devices"],
    path: "docker",
    because: [11],
    flip: { to: "k3s", lever: "refusedKeys", number: 0 },
  },
  {
    who: "sensors on boards in the greenhouse, and the service that gathers what they see",
    app: { services: 3, onBoards: 2 },
    team: { people: 2, teams: 1 },
    path: "k3s",
    because: [12],
    flip: { to: "docker", lever: "onBoards", number: 0 },
  },
  {
    who: "nightly batch: as many jobs as services, two teams",
    app: { services: 4, jobs: 6 },
    team: { people: 10, teams: 2 },
    path: "k3s",
    because: [2, 3],
    flip: { to: "docker", lever: "people", number: 5 },
    alternative: "Nomad",
  },
  {
    who: "a scale-up: 30 services, 20 people, one team, steady load",
    app: { services: 30, stateful: 3 },
    team: { people: 20, teams: 1, transactionsPerDay: 200_000, peakRatio: 2 },
    path: "k3s",
    because: [1, 2],
    flip: { to: "eks", lever: "teams", number: 3 },
  },
];

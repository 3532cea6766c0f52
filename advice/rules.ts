import type { Rule } from "./rule";
import { availability } from "./rules/availability";
import { boards } from "./rules/boards";
import { budget } from "./rules/budget";
import { cost } from "./rules/cost";
import { elasticity } from "./rules/elasticity";
import { hostPower } from "./rules/host-power";
import { load } from "./rules/load";
import { memory } from "./rules/memory";
import { people } from "./rules/people";
import { services } from "./rules/services";
import { state } from "./rules/state";
import { teams } from "./rules/teams";

/** Every rule, by its number. */
export const RULES: readonly Rule[] = [
  services,
  people,
  teams,
  load,
  elasticity,
  availability,
  memory,
  state,
  cost,
  budget,
  hostPower,
  boards,
];

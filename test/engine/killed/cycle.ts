import { readFileSync } from "node:fs";
import type { Stack } from "@pulumi/pulumi/automation";
import { expect } from "vitest";
import { ended } from "../harness/ended";
import type { Project } from "../harness/project";
import type { StateResource } from "../harness/touched";
import { existing } from "../ladder/inventory";
import { goOn } from "./go-on";
import { killed, type Point } from "./killed";

/** Where the engine dies in an update, and then in a destroy. */
export interface Cycle {
  readonly up: Point;
  readonly destroy: Point;
}

/** From nothing to a stack that stands, and back to nothing, with the engine killed once on each way. */
export async function cycle(project: Project, stack: Stack, points: Cycle): Promise<void> {
  await killed(project, stack, "up", points.up);
  await goOn(project, stack);
  sameInAccountAndState(project, stack, MADE_AGAIN);
  await pulumi(project, stack, "up", "--yes", "--skip-preview");
  sameInAccountAndState(project, stack);
  await pulumi(project, stack, "preview", "--expect-no-changes");

  await killed(project, stack, "destroy", points.destroy);
  await goOn(project, stack);
  sameInAccountAndState(project, stack);
  await pulumi(project, stack, "destroy", "--yes", "--skip-preview");
  expect(stateOf(project, stack).resources ?? []).toEqual([]);
  expect(existing(project.journal())).toEqual([]);
}

/** What an update makes again, to no harm: every network has its default group, and an image stands in a registry. */
const MADE_AGAIN: readonly string[] = [
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
  "docker-build:index:Image",
];

/** Nothing is lost and nothing doubled: the state is of one piece, and knows just what there is, `but` for some types. */
function sameInAccountAndState(project: Project, stack: Stack, but: readonly string[] = []): void {
  const { resources: known = [], pending_operations: pending = [] } = stateOf(project, stack);
  expect(pending).toEqual([]);
  expect(new Set(known.map(({ urn }) => urn)).size).toBe(known.length);
  const counted = ({ type }: { readonly type: string }) => !type.startsWith("pulumi:") && !but.includes(type);
  const made = known.filter(one => one.id !== undefined && counted(one));
  const account = existing(project.journal()).filter(counted);
  expect(account.map(textOf).sort()).toEqual(made.map(textOf).sort());
}

interface State {
  readonly resources?: readonly StateResource[];
  readonly pending_operations?: readonly unknown[];
}

function stateOf(project: Project, stack: Stack): State {
  return JSON.parse(readFileSync(project.stateFile(stack.name), "utf8")).checkpoint.latest;
}

/** The command line itself, which spares what the Automation API asks for besides. */
async function pulumi(project: Project, stack: Stack, ...words: readonly string[]): Promise<void> {
  const { code, said } = await ended(project.spawn(stack.name, words));
  expect(code, said).toBe(0);
}

function textOf({ urn, type, id }: { readonly urn: string; readonly type: string; readonly id?: string }) {
  return `${type} ${id} ${urn}`;
}

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
  const before = inAccount(project);
  await goOn(project, stack, await killed(project, stack, "up", points.up));
  sameInAccountAndState(project, stack, before, MADE_AGAIN);
  await pulumi(project, stack, "up", "--yes", "--skip-preview");
  sameInAccountAndState(project, stack, before);
  await pulumi(project, stack, "preview", "--expect-no-changes");

  const kept = retained(project, stack);
  await goOn(project, stack, await killed(project, stack, "destroy", points.destroy));
  sameInAccountAndState(project, stack, before, kept);
  await destroyed(project, stack, before, kept);
}

/** From nothing to a part of a stack, and back to nothing: nobody makes again what was made when the engine died. */
export async function givenUp(project: Project, stack: Stack, point: Point): Promise<void> {
  const before = inAccount(project);
  await goOn(project, stack, await killed(project, stack, "up", point));
  await destroyed(project, stack, before, [...retained(project, stack), ...MADE_AGAIN]);
}

async function destroyed(
  project: Project,
  stack: Stack,
  before: readonly string[],
  but: readonly string[],
): Promise<void> {
  await pulumi(project, stack, "destroy", "--yes", "--skip-preview");
  expect(stateOf(project, stack).resources ?? []).toEqual([]);
  expect(inAccount(project, before, but)).toEqual([]);
}

/**
 * What an update makes again, to no harm, and a destroy that comes first leaves where it goes with something else: the
 * default group of a network, the tag of a group of machines, the image in a registry.
 */
const MADE_AGAIN: readonly string[] = [
  "aws:autoscaling/tag:Tag",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
  "docker-build:index:Image",
];

/** URNs of what a destroy forgets: it goes with its namespace, or outlives the stack. */
function retained(project: Project, stack: Stack): readonly string[] {
  const { resources = [] } = stateOf(project, stack);
  return resources.filter(({ retainOnDelete }) => retainOnDelete).map(({ urn }) => urn);
}

/**
 * Nothing is lost and nothing doubled: the state is of one piece, and knows just what there is besides what was there
 * `before`, `but` for some.
 */
function sameInAccountAndState(
  project: Project,
  stack: Stack,
  before: readonly string[],
  but: readonly string[] = [],
): void {
  const { resources: known = [], pending_operations: pending = [] } = stateOf(project, stack);
  expect(pending).toEqual([]);
  expect(new Set(known.map(({ urn }) => urn)).size).toBe(known.length);
  const made = known.filter(one => one.id !== undefined && one.external !== true && counted(one, but));
  const texts = made.map(textOf).filter(text => !before.includes(text));
  expect(inAccount(project, before, but)).toEqual(texts.sort());
}

/** All that the account holds besides what was there `before`, `but` for some. */
function inAccount(project: Project, before: readonly string[] = [], but: readonly string[] = []): string[] {
  return existing(project.journal())
    .filter(one => counted(one, but))
    .map(textOf)
    .filter(text => !before.includes(text))
    .sort();
}

/** Whether something is looked at, `but` for types and URNs. Of providers and commands nothing stands in an account. */
function counted({ type, urn }: { readonly type: string; readonly urn: string }, but: readonly string[]) {
  return !/^(pulumi|command):/.test(type) && !but.includes(type) && !but.includes(urn);
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

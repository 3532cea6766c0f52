import type { PolicyResource } from "../../../policies/subject";

export type Props = Record<string, unknown>;

export const make = (
  type: string,
  name: string,
  props: Props,
  dependsOn: readonly string[] = [],
): PolicyResource => ({ type, name, urn: name, props, dependencies: dependsOn });

export const tags = { owner: "shop" };

/** A policy document of IAM. */
export const policy = (...statements: Props[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

/** Stands for what is known only after the update. */
export const unknown = "[unknown]";

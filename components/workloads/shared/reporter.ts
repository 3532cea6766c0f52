import type { App } from "../../app/model";
import type { SpecKey } from "../../app/spec-keys";
import { InvalidInput, type Issue, type Position } from "../../lib/issues";
import type { ReportEntry, Support, Verdict } from "../verdict";
import { DecidedPaths } from "./decided-paths";
import { type ModelPath, modelRanks, pathText } from "./model-path";
import type { UsedKey } from "./used-keys";

/** The keys that a report may name: the specification's and towpath's own. */
export type ReportKey = SpecKey | "services.*.x-towpath" | "volumes.*.x-towpath";

/** One workload's rule for every key of the specification. */
export type SupportTable = Readonly<Record<SpecKey, Support>>;

interface Decision {
  readonly key: ReportKey;
  readonly path: ModelPath;
  readonly verdict: Verdict;
  readonly note: string;
  /** Whether it is the table's word, which says nothing of the keys below it unless they are left out. */
  readonly general?: boolean;
}

/** Collects what becomes of each key of one file, and every refusal, while a planner works. */
export class Reporter {
  readonly #decisions: Decision[] = [];
  readonly #decided = new DecidedPaths();
  readonly #refusals: Issue[] = [];

  constructor(
    private readonly model: {
      readonly app: App;
      readonly where: (path: ModelPath) => Position | undefined;
    },
  ) {}

  same(key: ReportKey, path: ModelPath, note: string): void {
    this.#decide({ key, path, verdict: "same", note });
  }

  adapted(key: ReportKey, path: ModelPath, note: string): void {
    this.#decide({ key, path, verdict: "adapted", note });
  }

  ignored(key: ReportKey, path: ModelPath, note: string): void {
    this.#decide({ key, path, verdict: "ignored", note });
  }

  /** Adapted, because it makes the host less safe and nobody allowed it; `allowance` is what would grant it. */
  withheld(key: ReportKey, path: ModelPath, what: string, allowance: string): void {
    this.adapted(
      key,
      path,
      `withheld: ${what}; to grant it, add ${allowance} to the service's x-towpath.allow`,
    );
  }

  /** Refuses the file; `throwIfRefused` throws all refusals together. */
  refuse(key: ReportKey, path: ModelPath, wrong: string, instead: string): void {
    const at = this.model.where(path);
    this.#decide({ key, path, verdict: "refused", note: `${wrong}; ${instead}` });
    this.#refusals.push({ path: pathText(path), wrong, instead, ...(at && { at }) });
  }

  /** What the table says of a key, with another note where the file allows to be more exact. */
  fromTable(table: SupportTable, key: SpecKey, path: ModelPath, note?: string): void {
    const { verdict, note: rule } = table[key];
    if (verdict === "refused") this.refuse(key, path, note ?? "not available on this target", rule);
    else this.#decide({ key, path, verdict, note: note ?? rule, general: note === undefined });
  }

  /** Whether something was decided already of a key at a path or below it. */
  says(key: ReportKey, path: ModelPath): boolean {
    return this.#decided.says(key, path);
  }

  /** The table's row for every used key that no decision covers, so that nothing is dropped silently. */
  complete(table: SupportTable, used: readonly UsedKey[]): void {
    for (const { key, path } of used) {
      if (!this.#decided.covers(key, path, table[key].verdict)) this.fromTable(table, key, path);
    }
  }

  /** In the order of the model; decisions about one path stay in the order in which they were made. */
  entries(): readonly ReportEntry[] {
    const rankOf = modelRanks(this.model.app);
    return this.#decisions
      .map(decision => ({ decision, rank: rankOf(decision.path) }))
      .sort((a, b) => compareRanks(a.rank, b.rank))
      .map(({ decision: { key, path, verdict, note } }) => {
        const at = this.model.where(path);
        return { path: pathText(path), key, verdict, note, ...(at && { at }) };
      });
  }

  /** @throws InvalidInput with every refusal. */
  throwIfRefused(): void {
    if (this.#refusals.length > 0) throw new InvalidInput(this.#refusals);
  }

  #decide(decision: Decision): void {
    if (this.#decided.add(decision)) this.#decisions.push(decision);
  }
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, rank] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (rank !== other) return rank - other;
  }
  return a.length - b.length;
}

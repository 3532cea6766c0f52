/** One option of a verb, as the parser reads it and as `--help` shows it. */
export interface Option {
  /** `text` takes one value, `list` takes values and may be repeated, `flag` takes none. */
  readonly kind: "text" | "list" | "flag";
  /** What stands for the value in `--help`, e.g. `FILE`. */
  readonly value?: string;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
  /** Without the full stop. */
  readonly about: string;
}
export type Options = Readonly<Record<string, Option>>;

/** What the parser gives for a table of options. */
export type Values<T extends Options> = {
  readonly [K in keyof T]: T[K]["kind"] extends "flag"
    ? boolean
    : T[K]["kind"] extends "list"
      ? readonly string[]
      : (T[K] extends { readonly choices: readonly (infer C)[] } ? C : string) | undefined;
};

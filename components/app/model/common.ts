/** A mapping whose order carries no meaning. */
export type StringMap = Readonly<Record<string, string>>;

/** `KEY` without a value is null: taken from the environment of whoever starts the container. */
export type Environment = Readonly<Record<string, string | null>>;

export type Ulimits = Readonly<Record<string, number | { readonly soft?: number; readonly hard?: number }>>;

/** Keys that begin with `x-`: the specification's extension point. */
export interface Extensions {
  readonly [key: `x-${string}`]: unknown;
}

/** A resource as the estimator sees it: a Pulumi type token and plain inputs, `[unknown]` where a value is not known yet. */
export interface PricedResource {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Tells resources of one name apart and lets `dependencies` point at them. */
  readonly urn?: string;
  /** URNs of the resources that this one's inputs come from. */
  readonly dependencies?: readonly string[];
}

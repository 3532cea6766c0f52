/** A resource as the estimator sees it: a Pulumi type token and plain inputs. */
export interface PricedResource {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** A resource as the rules see it, whoever registered it: the offline preview or the engine. */
export interface PolicyResource {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  /** Inputs. A value that is not known yet stands as `[unknown]`, a secret as `[secret]` where it is hidden. */
  readonly props: Readonly<Record<string, unknown>>;
  /** URNs of the resources that its inputs come from. */
  readonly dependencies?: readonly string[];
  readonly options?: { readonly protect?: boolean; readonly parent?: string };
}

/** Takes a resource from what a program registered, where inputs are called so. */
export function subjectOf(registered: {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly dependencies?: readonly string[];
  readonly protect?: boolean;
  readonly parent?: string;
}): PolicyResource {
  const { type, name, urn, inputs: props, dependencies = [], protect = false, parent } = registered;
  return { type, name, urn, props, dependencies, options: { protect, ...(parent && { parent }) } };
}

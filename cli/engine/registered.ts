/** A resource as the program registered it, with secrets as `[secret]` and unknown values as `[unknown]`. */
export interface Registered {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** URN; absent for the stack itself. */
  readonly parent?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** False for components. */
  readonly custom: boolean;
  /** URN and id of an explicit provider, if any. */
  readonly provider?: string;
  readonly dependencies: readonly string[];
  readonly protect: boolean;
  /** Whether it stays in the account when the stack is destroyed. */
  readonly retainOnDelete: boolean;
}

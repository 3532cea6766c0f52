/** A stack whose engine is killed. */
export interface KilledStack {
  readonly name: string;
  /** Settings beside those of its file. */
  readonly settings: Readonly<Record<string, string>>;
  /** Beginnings and ends of calls to providers, no more than an update has or a destroy, which leaves what is kept. */
  readonly calls: number;
}

export const DOCKER: KilledStack = { name: "dev", settings: {}, calls: 80 };
export const K3S: KilledStack = { name: "staging", settings: {}, calls: 180 };
/** Without the protection that stops a destroy before it begins. */
export const EKS: KilledStack = { name: "prod", settings: { deletionProtection: "false" }, calls: 215 };

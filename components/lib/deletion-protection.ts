/** Whether a stack's machines and data are guarded against a destroy: as its settings say, else in prod. */
export function deletionProtected(settings: {
  readonly environment: string;
  readonly deletionProtection?: boolean | undefined;
}): boolean {
  return settings.deletionProtection ?? settings.environment === "prod";
}

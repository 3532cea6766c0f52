/** How the command ends; scripts and CI jobs rely on these numbers. */
export const EXIT = { fine: 0, invalidInput: 1, policyViolation: 2, internal: 3, hostFailed: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

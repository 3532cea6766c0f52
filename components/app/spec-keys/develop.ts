/** Keys of the Compose Specification: develop. */
export const DEVELOP_KEYS = [
  "services.*.develop",
  "services.*.develop.watch",
  "services.*.develop.watch[].action",
  "services.*.develop.watch[].exec",
  "services.*.develop.watch[].exec.command",
  "services.*.develop.watch[].exec.environment",
  "services.*.develop.watch[].exec.privileged",
  "services.*.develop.watch[].exec.user",
  "services.*.develop.watch[].exec.working_dir",
  "services.*.develop.watch[].ignore",
  "services.*.develop.watch[].include",
  "services.*.develop.watch[].initial_sync",
  "services.*.develop.watch[].path",
  "services.*.develop.watch[].target",
] as const;

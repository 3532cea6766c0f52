# shellcheck shell=bash
# Bash reads this before the rollout when BASH_ENV names it. It lists the commands that the script's own process is
# about to run, as `line<TAB>command`, in STEPS_LOG, and kills it by signal 9 at the first one at line STEPS_KILL:
# before it, or, where STEPS_WHEN is `during`, a moment after it began.
step() {
  if [ "$BASHPID" != "$$" ] || [ "${0##*/}" != towpath-rollout ]; then return 0; fi
  if [ -n "${STEPS_LOG:-}" ]; then printf '%s\t%s\n' "$1" "${2%%$'\n'*}" >>"$STEPS_LOG"; fi
  if [ "${STEPS_KILL:-}" != "$1" ]; then return 0; fi
  if [ "${STEPS_WHEN:-before}" = before ]; then kill -KILL "$$"; fi
  STEPS_KILL=
  (command sleep 0.3 && kill -KILL "$$") 9>&- &
}
set -o functrace
trap 'step "$LINENO" "$BASH_COMMAND"' DEBUG

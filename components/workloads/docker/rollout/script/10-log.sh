
# --- log ---------------------------------------------------------------------------------------------------------

log() {
  printf '%s %s\n' "$(date -u +%FT%TZ)" "$*" | tee -a "$ROOT/log/rollout.log" >&2
}

die() {
  log "error: $*"
  exit 1
}

# One line a change of the host: when, who, what, which release, and how it ended.
audit() {
  printf '%s\t%s\t%s\n' "$(date -u +%FT%TZ)" "${SUDO_USER:-${USER:-$(id -un)}}" "$*" >>"$ROOT/log/audit.log"
}

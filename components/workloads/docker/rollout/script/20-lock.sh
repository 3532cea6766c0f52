
# --- lock: one rollout at a time; the kernel lets it go when the holder dies ---------------------------------------

# No child keeps the lock open when this process is killed.
docker() {
  command docker "$@" 9>&-
}

sleep() {
  command sleep "$@" 9>&-
}

take_lock() {
  # Going back, it is held already: opening it again would let it go for a moment.
  [ /proc/self/fd/9 -ef "$ROOT/lock" ] || exec 9>>"$ROOT/lock"
  if ! flock --wait "$LOCK_WAIT" 9; then
    die "another rollout holds the lock: $(cat "$ROOT/lock.holder" 2>/dev/null || echo unknown)"
  fi
  printf 'pid %s, %s, since %s\n' "$$" "$*" "$(date -u +%FT%TZ)" >"$ROOT/lock.holder"
}

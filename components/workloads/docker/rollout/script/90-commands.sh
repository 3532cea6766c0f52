
# --- commands ----------------------------------------------------------------------------------------------------

# Folders, files and networks that the containers expect; nothing that runs changes.
prepare_host() {
  local key blob path mode encoding name
  while read -r key; do
    (umask 022 && mkdir -p "$ROOT/volumes/$key")
    rmdir "$ROOT/volumes/$key/lost+found" 2>/dev/null || true # databases want an empty folder at first
  done < <(rows volume)
  while IFS=$TAB read -r blob path mode encoding; do
    path=$ROOT/files/$path
    [ ! -e "$path" ] || continue
    (umask 022 && mkdir -p "$(dirname "$path")")
    if [ "$encoding" = base64 ]; then base64 -d "$RELEASE/bundle/files/$blob" >"$path.part"; else cp "$RELEASE/bundle/files/$blob" "$path.part"; fi
    chmod "$mode" "$path.part"
    mv "$path.part" "$path"
  done < <(rows file)
  while read -r name; do
    docker network inspect "$name" >/dev/null 2>&1 || docker network create "$name" >/dev/null
  done < <(rows network)
  prepare_proxy
}

# Everything that may fail without a trace comes first; then the services, each after what it depends on.
roll() {
  local service strategy replicas follows _
  prepare_host
  write_override
  while IFS=$TAB read -r service strategy replicas follows _; do
    if [ "$service" = "$PROXY" ]; then install_routes; fi
    roll_service "$service" "$strategy" "$replicas" "$follows"
  done < <(rows service)
  remove_orphans
  verify_running
}

# Goes to a release; what is not local here is for the trap, which runs when the function is gone.
change_to() {
  WANTED=$1 VERB=$2 CAME_FROM=$(current_release)
  RELEASE=$ROOT/releases/$WANTED
  settle
  log "release $WANTED: secrets and images"
  resolve_images
  fetch_secrets
  log "release $WANTED: services"
  trap went_wrong EXIT
  roll
  trap - EXIT
  record_release "$WANTED"
  schedule
  audit "$VERB $WANTED done"
  log "release $WANTED runs"
}

# Whatever ended the roll: goes back, in the same process, so that the lock stays and a kill ends all of it.
went_wrong() {
  audit "$VERB $WANTED failed"
  if [ -z "$CAME_FROM" ] || [ "$CAME_FROM" = "$WANTED" ]; then
    log "error: release $WANTED failed, and there is no other to go back to"
    exit 1
  fi
  log "release $WANTED failed; going back to $CAME_FROM"
  exec bash "$SELF" back "$CAME_FROM" "$WANTED"
}

back() {
  WANTED=$1 FAILED=$2
  take_lock "back $WANTED"
  trap 'audit "back $WANTED failed"; log "error: release $FAILED failed, and so did going back to $WANTED"' EXIT
  RELEASE=$ROOT/releases/$WANTED
  fetch_secrets
  roll
  trap - EXIT
  audit "back $WANTED done"
  die "release $FAILED failed; $WANTED runs again"
}

apply() {
  [ $# -ge 2 ] || die "usage: towpath-rollout apply BUNDLE DIGEST [SECRETS]"
  GIVEN_SECRETS=${3:-}
  verify_bundle "$1" "$2"
  check_host
  take_lock "apply $2"
  keep_release "$1" "$2"
  change_to "$2" apply
  prune "$KEEP"
  install -m 0755 "$ROOT/current/bundle/towpath-rollout" "$ROOT/towpath-rollout"
}

rollback() {
  local digest=${1:-$(previous_release)}
  [ -d "$ROOT/releases/${digest:-none}/bundle" ] || die "there is no release ${digest:-to go back to}"
  take_lock "rollback $digest"
  verify_bundle "$ROOT/releases/$digest/bundle" "$digest"
  change_to "$digest" rollback
}

# After a reboot tmpfs is empty: brings the secrets back before Docker starts the containers.
boot() {
  local digest path
  digest=$(current_release)
  [ -n "$digest" ] || return 0
  take_lock boot
  RELEASE=$ROOT/releases/$digest
  rm -f "$ROOT/paused" # a reboot lets every container go on
  for path in "$ROOT"/volumes/*/"$BOX"; do
    [ ! -d "$path" ] || undo_restore "$(basename "$(dirname "$path")")"
  done
  fetch_secrets
  log "secrets of release $digest are back"
}

# What runs, what of it is not as the release has it, and how old the backups are.
status() {
  local service name digest id subject
  RELEASE=$ROOT/current
  [ -d "$RELEASE/bundle" ] || die "no release runs"
  printf 'release %s\n' "$(current_release)"
  while IFS=$TAB read -r service name digest; do
    for id in $(containers_of "$service"); do
      printf '%s\t%s\t%s\t%s\n' "$service" "$(name_of "$id")" "$(state_of "$id" | cut -d ' ' -f 1,2)" "$digest"
    done
  done <"$RELEASE/images.tsv"
  for subject in $(subjects); do
    printf 'backup\t%s\t%s\n' "$subject" "$(cut -f 2 "$BACKUPS/$subject/last-success" 2>/dev/null || echo never)"
  done
  verify_running
  verify_complete
}

# Whether every service has the containers that it should, and none is unhealthy.
verify_complete() {
  local service strategy replicas id count
  while IFS=$TAB read -r service strategy replicas _; do
    [ "$strategy" != gate ] || continue
    count=0
    for id in $(containers_of "$service"); do
      case $(state_of "$id") in "running unhealthy "*) ;; "running "*) count=$((count + 1)) ;; esac
    done
    [ "$count" = "$replicas" ] || { log "$service has $count containers that run and are not unhealthy, not $replicas" && return 1; }
  done < <(rows service)
}

# Removes the images that only the release put aside used, and the release; also after a kill in the middle.
finish_forgetting() {
  local image
  [ -d "$ROOT/.forgotten" ] || return 0
  touch "$ROOT/.forgotten/images.tsv"
  cut -f 3 "$ROOT/.forgotten/images.tsv" | while read -r image; do
    grep -qF "$image" "$ROOT"/releases/*/images.tsv || docker image rm "$image" >/dev/null 2>&1 || true
  done
  rm -rf "$ROOT/.forgotten"
}

# Forgets the oldest releases, and the files and images that only they used.
prune() {
  local keep=$1 digest path kept
  kept=$({ current_release; tac "$ROOT/history"; } | awk -v keep="$keep" '!seen[$0]++ && count++ <= keep')
  finish_forgetting
  for path in "$ROOT"/releases/*; do
    digest=$(basename "$path")
    if grep -qxF "$digest" <<<"$kept"; then continue; fi
    mv "$path" "$ROOT/.forgotten"
    finish_forgetting
  done
  for path in "$ROOT"/files/*; do
    [ -d "$path" ] || continue
    grep -qF "$TAB$(basename "$path")/" "$ROOT"/releases/*/bundle/release.tsv || rm -rf "$path"
  done
}

main() {
  mkdir -p "$ROOT/log" "$ROOT/releases" "$ROOT/files" "$ROOT/volumes" "$ROOT/empty"
  (umask 022 && mkdir -p "$ROOT/metrics") # mounted before there are any
  chmod 0711 "$ROOT" "$ROOT/files" "$ROOT/volumes" "$ROOT/empty"
  local command=${1:-status}
  shift || true
  case $command in
  apply) apply "$@" ;;
  rollback) rollback "$@" ;;
  boot) boot ;;
  status) status ;;
  bootstrap) bootstrap "$@" ;;
  registry-gc) registry_gc "${1:-20}" ;;
  prune) take_lock prune && prune "${1:-$KEEP}" ;;
  backup) backup "$@" ;;
  backups) backups "$@" ;;
  restore) restore "$@" ;;
  drill) drill "$@" ;;
  metrics) metrics ;;
  back) back "$@" ;; # from went_wrong
  *) die "unknown command $command; try apply, rollback, status, prune, backup, backups, restore, drill, metrics, registry-gc, bootstrap or boot" ;;
  esac
}

main "$@"


# --- restore: verified before anything stops, and back to the data of before when it fails --------------------------

# The restore's own folder, on the volume, so that data is moved and not copied.
BOX=.towpath-restore

# Moves all that is in one folder, but for BOX, into another, and gives that the first one's owner and permissions.
move_into() {
  chown --reference="$1" "$2" && chmod --reference="$1" "$2" &&
    find "$1" -mindepth 1 -maxdepth 1 ! -name "$BOX" ! -name lost+found -exec mv -t "$2" -- {} +
}

# Puts a volume back to the data of before an unfinished restore, however far that came.
undo_restore() {
  local volume=$ROOT/volumes/$1
  rm -rf "$volume/$BOX.done"
  [ -d "$volume/$BOX" ] || return 0
  if [ -d "$volume/$BOX/old" ]; then
    if [ -e "$volume/$BOX/aside" ]; then
      find "$volume" -mindepth 1 -maxdepth 1 ! -name "$BOX" ! -name lost+found -exec rm -rf -- {} +
      rm "$volume/$BOX/aside"
    fi
    move_into "$volume/$BOX/old" "$volume"
    log "volume $1: an unfinished restore is undone"
  fi
  rm -rf "${volume:?}/$BOX"
}

# What a killed backup, restore or drill left; nothing where there was none.
settle() {
  local RELEASE=$ROOT/current path ids
  [ -d "$RELEASE/bundle" ] || return 0
  resume_users
  if [ -d "$ROOT/drill" ]; then clean_drill; fi
  for path in "$ROOT"/volumes/*/"$BOX"; do
    [ -d "$path" ] || continue
    path=$(dirname "$path")
    mapfile -t ids < <(users_of "$(basename "$path")")
    if [ "${#ids[@]}" -gt 0 ]; then docker stop "${ids[@]}" >/dev/null; fi
    undo_restore "$(basename "$path")"
    if [ "${#ids[@]}" -gt 0 ]; then docker start "${ids[@]}" >/dev/null; fi
  done
}

# Extracts a verified archive and compares each file with what was read from the volume.
extract_volume() {
  local to=$1 need free wrong
  need=$(sed -n "s/^bytes$TAB//p" "$BACKUP/about.tsv")
  free=$(df --output=avail --block-size=1 "$to" | tail -n 1)
  [ "$free" -gt "$need" ] || die "$KIND/$SUBJECT needs $need bytes on the disk of $to, which has $free; nothing was changed"
  tar --extract --gzip --file "$BACKUP/volume.tar.gz" --directory "$to" --numeric-owner --same-permissions --xattrs --acls 9>&- ||
    die "the archive of $KIND/$SUBJECT cannot be read; nothing was changed"
  wrong=$(cd "$to" && sha256sum --check --quiet --strict "$BACKUP/files.sha256" 2>&1) || [ ! -s "$BACKUP/files.sha256" ] ||
    die "the archive of $KIND/$SUBJECT has other files than the volume had: ${wrong//$'\n'/, }; nothing was changed"
}

start_users() {
  [ $# -gt 0 ] || return 0
  docker start "$@" >/dev/null && wait_all_healthy "$#" "$@"
}

restore_volume() {
  local volume=$ROOT/volumes/$SUBJECT box=$ROOT/volumes/$SUBJECT/$BOX
  mkdir -p "$box/new"
  trap 'rm -rf "$ROOT/volumes/$SUBJECT/$BOX"; audit "restore $KIND/$SUBJECT failed"' EXIT
  extract_volume "$box/new"
  mapfile -t USERS < <(users_of "$SUBJECT")
  trap volume_went_wrong EXIT
  log "volume $SUBJECT: ${#USERS[@]} containers stop"
  if [ "${#USERS[@]}" -gt 0 ]; then docker stop "${USERS[@]}" >/dev/null; fi
  mkdir "$box/old"
  move_into "$volume" "$box/old"
  touch "$box/aside"
  move_into "$box/new" "$volume"
  sync -f "$volume"
  start_users "${USERS[@]}"
  trap - EXIT
  mv -T "$box" "$box.done" # from here on the new data stays
  rm -rf "$box.done"
}

volume_went_wrong() {
  trap - EXIT
  log "volume $SUBJECT: the restore failed; the data of before comes back"
  docker stop "${USERS[@]}" >/dev/null 2>&1 || true
  undo_restore "$SUBJECT"
  audit "restore $KIND/$SUBJECT failed"
  start_users "${USERS[@]}" || die "the data of before is back, but its containers are not healthy"
  die "the restore of $KIND/$SUBJECT failed; the data of before is back"
}

# Containers of services that depend on one, and are meant to run.
dependents_of() {
  local service
  while read -r service; do
    if rows service | awk -F "$TAB" -v service="$service" '$1 == service && $2 != "gate" { found = 1 } END { exit !found }'; then containers_of "$service"; fi
  done < <(rows depends | awk -F "$TAB" -v on="$1" '$2 == on { print $1 }')
}

read_dump() {
  local argv
  mapfile -d '' -t argv < <(words_of "$SUBJECT" restore)
  docker exec --interactive "$1" "${argv[@]}" <"$2/dump" >&2
}

restore_dump() {
  local id wanted=$BACKUP before=''
  [ -n "$(words_of "$SUBJECT" restore | tr '\0' x)" ] || die "service $SUBJECT has no x-towpath.backup.restore to read a dump with; the dump is $BACKUP/dump"
  id=$(running_one "$SUBJECT") || die "no container of $SUBJECT runs; nothing was changed"
  mapfile -t USERS < <(dependents_of "$SUBJECT")
  trap 'start_users "${USERS[@]}" || true; audit "restore $KIND/$SUBJECT failed"' EXIT
  log "service $SUBJECT: ${#USERS[@]} containers that depend on it stop"
  if [ "${#USERS[@]}" -gt 0 ]; then docker stop "${USERS[@]}" >/dev/null; fi
  if make_backup; then before=$BACKUP; else log "the state before cannot be dumped: this restore cannot be undone"; fi
  if ! read_dump "$id" "$wanted"; then
    [ -n "$before" ] || die "the restore of $KIND/$SUBJECT failed, and there is no state before"
    read_dump "$id" "$before" || die "the restore of $KIND/$SUBJECT failed, and so did going back; the state before is $before/dump"
    die "the restore of $KIND/$SUBJECT failed; the state of before is back"
  fi
  trap 'audit "restore $KIND/$SUBJECT failed"' EXIT
  wait_all_healthy 1 "$id"
  start_users "${USERS[@]}"
  trap - EXIT
  BACKUP=$wanted
}

restore() {
  [ $# -ge 1 ] || die "usage: towpath-rollout restore NAME [TIME]"
  subject_of "$1"
  take_lock "restore $KIND/$SUBJECT"
  settle
  find_backup "${2:-}"
  verify_backup || die "the backup $(basename "$BACKUP") of $KIND/$SUBJECT is damaged; nothing was changed"
  log "$KIND/$SUBJECT: $(basename "$BACKUP") is restored"
  case $KIND in services) restore_dump ;; volumes) restore_volume ;; esac
  audit "restore $KIND/$SUBJECT $(basename "$BACKUP") done"
  log "$KIND/$SUBJECT is as of $(basename "$BACKUP")"
}

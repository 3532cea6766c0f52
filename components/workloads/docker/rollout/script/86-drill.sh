
# --- drill: proves that a backup can be restored, beside what runs --------------------------------------------------

DRILL=towpath-drill

# What a drill, or a killed one, leaves; its folder goes last, by which a killed one is known.
clean_drill() {
  local id
  for id in $(docker ps --all --quiet --filter "label=com.docker.compose.project=$DRILL"); do
    docker rm --force --volumes "$id" >/dev/null
  done
  for id in $(docker network ls --quiet --filter "label=com.docker.compose.project=$DRILL"); do
    docker network rm "$id" >/dev/null
  done
  rm -rf "$ROOT/drill"
}

drill_volume() {
  mkdir "$ROOT/drill"
  extract_volume "$ROOT/drill"
  SAID="$(wc -l <"$BACKUP/files.sha256") files as they were"
}

# The service as the release has it, with fresh volumes, and apart from every network and port.
drill_override() {
  local id=$1 target
  printf 'services:\n  "%s":\n    image: "%s"\n    restart: "no"\n    scale: 1\n    ports: !reset []\n    network_mode: !reset null\n' \
    "$SUBJECT" "$(docker inspect --format '{{.Image}}' "$id")"
  printf '    networks: !override { %s: null }\n    volumes:\n' "$DRILL"
  docker inspect --format '{{range .Mounts}}{{if eq .Type "volume"}}{{println .Destination}}{{end}}{{end}}' "$id" | while read -r target; do
    [ -z "$target" ] || printf '      - { type: volume, target: "%s" }\n' "$target"
  done
  printf 'networks: { %s: { internal: true } }\n' "$DRILL"
}

drill_dump() {
  local id argv
  if [ -z "$(words_of "$SUBJECT" restore | tr '\0' x)" ]; then
    SAID='its checksum holds; x-towpath.backup.restore would let a drill read it into a scratch container'
    return
  fi
  id=$(containers_of "$SUBJECT" | head -n 1)
  [ -n "$id" ] || die "service $SUBJECT has no container to take the drill's after"
  mkdir "$ROOT/drill"
  drill_override "$id" >"$ROOT/drill/override.yaml"
  docker compose --progress quiet --project-name "$DRILL" --project-directory "$RELEASE/bundle" --env-file "$RELEASE/bundle/.env" \
    --file "$RELEASE/bundle/compose.yaml" --file "$ROOT/drill/override.yaml" \
    up --detach --no-deps --no-build --pull never --quiet-pull "$SUBJECT" </dev/null >/dev/null
  id=$(docker ps --all --quiet --no-trunc --filter "label=com.docker.compose.project=$DRILL")
  wait_all_healthy 1 "$id"
  read_dump "$id" "$BACKUP" || die "a scratch container of $SUBJECT cannot read the dump"
  mapfile -d '' -t argv < <(words_of "$SUBJECT" verify)
  if [ "${#argv[@]}" -eq 0 ]; then
    SAID='read by a scratch container'
    return
  fi
  docker exec --interactive "$id" "${argv[@]}" <"$BACKUP/dump" >&2 || die "x-towpath.backup.verify of $SUBJECT finds the restored data wrong"
  SAID='read by a scratch container, and verified there'
}

drill_one() {
  subject_of "$1"
  take_lock "drill $KIND/$SUBJECT"
  settle
  find_backup "${2:-}"
  trap 'clean_drill; audit "drill $KIND/$SUBJECT failed"' EXIT
  verify_backup || die "the backup $(basename "$BACKUP") of $KIND/$SUBJECT is damaged"
  case $KIND in services) drill_dump ;; volumes) drill_volume ;; esac
  trap - EXIT
  clean_drill
  printf '%s\t%s\n' "$(date +%s)" "$(basename "$BACKUP")" >"$FOLDER/last-drill"
  audit "drill $KIND/$SUBJECT $(basename "$BACKUP") done"
  printf '%s\t%s\t%s\n' "$KIND/$SUBJECT" "$(basename "$BACKUP")" "$SAID"
}

# One drill, or one of everything that is backed up.
drill() {
  local subject failed=0 count=0
  if [ $# -gt 0 ]; then
    drill_one "$@"
    return
  fi
  RELEASE=$ROOT/current
  for subject in $(subjects); do
    [ -d "$BACKUPS/$subject" ] || continue
    count=$((count + 1))
    bash "$SELF" drill "$subject" || failed=$((failed + 1))
  done
  [ "$count" -gt 0 ] || die "there is no backup on this host"
  [ "$failed" -eq 0 ] || die "$failed of $count drills failed"
}

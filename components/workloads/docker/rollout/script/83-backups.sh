
# --- backups: dumps of services and archives of volumes, a folder each, whole or not at all -------------------------

BACKUPS=$ROOT/backups

# What NAME means: a service with a dump, or a volume. Sets KIND and SUBJECT.
subject_of() {
  local name=${1:-} kinds=()
  RELEASE=$ROOT/current
  [ -d "$RELEASE/bundle" ] || die "no release runs"
  case $name in
  services/?*) if has_dump "${name#*/}"; then kinds+=(services); fi ;;
  volumes/?*) if has_volume "${name#*/}"; then kinds+=(volumes); fi ;;
  *)
    if has_dump "$name"; then kinds+=(services); fi
    if has_volume "$name"; then kinds+=(volumes); fi
    ;;
  esac
  case ${#kinds[@]} in
  0) die "there is nothing to back up called ${name:-nothing}; the release has: $(subjects | tr '\n' ' ')" ;;
  1) KIND=${kinds[0]} SUBJECT=${name#*/} ;;
  *) die "$name is a service and a volume; write services/$name or volumes/$name" ;;
  esac
  FOLDER=$BACKUPS/$KIND/$SUBJECT
}

has_dump() { rows dump | cut -f 1 | grep -qxF -- "$1"; }

has_volume() { rows volume | grep -qxF -- "$1"; }

# All that can be backed up, as KIND/NAME.
subjects() {
  rows dump | cut -f 1 | sort -u | sed 's|^|services/|'
  rows volume | sort | sed 's|^|volumes/|'
}

# The words of a service's `command`, `restore` or `verify`, each ended by a NUL; none where it has no such command.
words_of() {
  local word
  while read -r word; do
    base64 -d <<<"$word"
    printf '\0'
  done < <(rows dump | awk -F "$TAB" -v service="$1" -v use="$2" '$1 == service && $2 == use { for (i = 3; i <= NF; i++) print $i }')
}

running_one() {
  local id
  for id in $(containers_of "$1"); do
    case $(state_of "$id") in "running "*) printf '%s\n' "$id" && return ;; esac
  done
  return 1
}

# Containers that mount a volume, of services that are meant to run; `volumes_from` is seen too.
users_of() {
  docker ps --all --quiet --no-trunc --filter "volume=$(project)_$1" | while read -r id; do
    service=$(docker inspect --format '{{index .Config.Labels "com.docker.compose.service"}}' "$id")
    rows service | awk -F "$TAB" -v service="$service" '$1 == service && $2 != "gate" { found = 1 } END { exit !found }' || continue
    printf '%s\n' "$id"
  done
}

# While a volume is read its writers are paused. Whatever ends this process, they go on: a guard waits for its end,
# and where the guard died too, the next command lets them go on.
pause_users() {
  local id ids=() owner=$$
  for id in $(users_of "$1"); do
    case $(state_of "$id") in "running "*) ids+=("$id") ;; esac
  done
  [ "${#ids[@]}" -gt 0 ] || return 0
  printf '%s %s\n' "$owner" "${ids[*]}" >"$ROOT/paused"
  exec 8> >(exec 9>&- && { read -r _ || true; } && if [ "$(cut -d ' ' -f 1 "$ROOT/paused" 2>/dev/null)" = "$owner" ]; then resume_users; fi)
  docker pause "${ids[@]}" >/dev/null
}

resume_users() {
  local id
  [ -f "$ROOT/paused" ] || return 0
  cut -d ' ' -f 2- "$ROOT/paused" | tr ' ' '\n' | while read -r id; do docker unpause "$id" >/dev/null 2>&1 </dev/null || true; done
  rm -f "$ROOT/paused"
  { exec 8>&-; } 2>/dev/null
}

# A dump of a running service, or why there is none.
dump_service() {
  local id argv
  id=$(running_one "$1") || { log "no container of $1 runs" && return 1; }
  mapfile -d '' -t argv < <(words_of "$1" command)
  docker exec "$id" "${argv[@]}" </dev/null >"$2/dump" || { log "the dump of $1 failed" && return 1; }
  [ -s "$2/dump" ] || { log "the dump of $1 is empty" && return 1; }
}

# A volume as at one moment: an archive, and the checksum of each file, counted from the volume itself.
archive_volume() {
  local path=$ROOT/volumes/$1 part=$2 read=yes
  pause_users "$1"
  (cd "$path" && find . -xdev -path ./lost+found -prune -o -type f -print0 | sort -z | xargs -0 -r sha256sum) >"$part/files.sha256" 9>&- || read=no
  tar --create --directory "$path" --one-file-system --numeric-owner --xattrs --acls --sparse --exclude ./lost+found . 9>&- |
    gzip 9>&- >"$part/volume.tar.gz" || read=no
  resume_users
  [ "$read" = yes ] || { log "volume $1 cannot be read" && return 1; }
}

bytes_of() {
  case $KIND in services) stat --format %s "$1/dump" ;; volumes) du --summarize --bytes "$ROOT/volumes/$SUBJECT" | cut -f 1 ;; esac
}

# Makes a backup of KIND/SUBJECT and sets BACKUP; every command that may fail says so itself.
make_backup() {
  local part=$FOLDER/.part stamp
  rm -rf "$part" && mkdir -p "$part" || return 1
  case $KIND in services) dump_service "$SUBJECT" "$part" ;; volumes) archive_volume "$SUBJECT" "$part" ;; esac || return 1
  printf 'of\t%s/%s\nrelease\t%s\nbytes\t%s\n' "$KIND" "$SUBJECT" "$(current_release)" "$(bytes_of "$part")" >"$part/about.tsv" &&
    (cd "$part" && sha256sum -- * >.sums && mv .sums SHA256SUMS && sync -- *) || return 1
  stamp=$(date -u +%Y%m%dT%H%M%SZ)
  while [ -e "$FOLDER/$stamp" ]; do sleep 1 && stamp=$(date -u +%Y%m%dT%H%M%SZ); done
  mv -T "$part" "$FOLDER/$stamp" || return 1
  BACKUP=$FOLDER/$stamp
}

kept_backups() {
  rows backup | awk -F "$TAB" -v kind="$KIND" -v name="$SUBJECT" '$1 == kind && $2 == name { print $3 }'
}

backup() {
  local keep
  subject_of "${1:-}"
  take_lock "backup $KIND/$SUBJECT"
  settle
  trap 'resume_users; audit "backup $KIND/$SUBJECT failed"' EXIT
  make_backup || die "$KIND/$SUBJECT was not backed up"
  copy_off_host
  trap - EXIT
  printf '%s\t%s\n' "$(date +%s)" "$(basename "$BACKUP")" >"$FOLDER/last-success"
  audit "backup $KIND/$SUBJECT $(basename "$BACKUP") done"
  log "$KIND/$SUBJECT: $(basename "$BACKUP"), $(du --summarize --human-readable "$BACKUP" | cut -f 1)B"
  keep=$(kept_backups)
  local_backups | sort -r | tail -n "+$((${keep:-14} + 1))" | while read -r old; do rm -rf "${FOLDER:?}/$old"; done
}

local_backups() {
  [ -d "$FOLDER" ] || return 0
  find "$FOLDER" -mindepth 1 -maxdepth 1 -type d -name '[0-9]*Z' -printf '%f\n' | sort
}

# What can be restored: when, what of, and where it is.
backups() {
  local subject stamp
  RELEASE=$ROOT/current
  [ -d "$RELEASE/bundle" ] || die "no release runs"
  for subject in ${1:-$(subjects)}; do
    subject_of "$subject"
    { local_backups | sed "s|\$|${TAB}here|" && off_host_backups | sed "s|\$|${TAB}$COPY|"; } | sort | while read -r stamp; do
      printf '%s\t%s\n' "$KIND/$SUBJECT" "$stamp"
    done
  done
}

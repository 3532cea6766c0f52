
# --- schedule: timers of the host for what the release wants done by the clock --------------------------------------

UNITS=${TOWPATH_UNITS:-/etc/systemd/system}

# Writes the units of one job, as `kind<TAB>argument<TAB>calendar`; the calendar may have several lines, split by `|`.
write_units() {
  local unit=$1 command=$2 calendar=$3
  printf '[Unit]\nDescription=towpath: %s\n[Service]\nType=oneshot\nExecStart=%s %s\nEnvironment=TOWPATH_LOCK_WAIT=1800\nNice=10\n' \
    "$command" "$ROOT/towpath-rollout" "$command" >"$UNITS/$unit.service"
  {
    printf '[Unit]\nDescription=towpath: %s\n[Timer]\n' "$command"
    tr '|' '\n' <<<"$calendar" | sed 's/^/OnCalendar=/'
    printf 'Persistent=true\nAccuracySec=1s\n[Install]\nWantedBy=timers.target\n'
  } >"$UNITS/$unit.timer"
}

# What the release wants by the clock: unit, command, calendar.
jobs_wanted() {
  rows backup | awk -F "$TAB" '$4 != "-" { printf "towpath-backup-%s-%s\tbackup %s/%s\t%s\n", $1, $2, $1, $2, $4 }'
  rows job | awk -F "$TAB" '{ printf "towpath-%s\t%s\t%s\n", $1, $1, $2 }'
}

# Brings the host's timers to what the release wants, and takes away those of the release before.
schedule() {
  local unit command calendar path wanted
  [ -e "$ROOT/first-release" ] || touch "$ROOT/first-release"
  wanted=$(jobs_wanted)
  [ -d "$UNITS" ] || { [ -z "$wanted" ] || log "$UNITS is not there: nothing is backed up by the clock"; return 0; }
  for path in "$UNITS"/towpath-{backup-*,metrics,drill}.timer; do
    [ -e "$path" ] || continue
    unit=$(basename "$path" .timer)
    if cut -f 1 <<<"$wanted" | grep -qxF "$unit"; then continue; fi
    if [ -d /run/systemd/system ]; then systemctl disable --now --quiet "$unit.timer" || true; fi
    rm -f "$UNITS/$unit.timer" "$UNITS/$unit.service"
  done
  [ -n "$wanted" ] || return 0
  while IFS=$TAB read -r unit command calendar; do write_units "$unit" "$command" "$calendar"; done <<<"$wanted"
  if [ ! -d /run/systemd/system ]; then
    log "systemd does not run here: nothing is backed up by the clock"
    return
  fi
  systemctl daemon-reload
  cut -f 1 <<<"$wanted" | while read -r unit; do systemctl enable --now --quiet "$unit.timer"; done
}

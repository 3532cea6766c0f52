
# --- services: any command that fails ends the roll -----------------------------------------------------------------

REPLACED=,

# Beside the old containers: these answer until the new ones are healthy and have the traffic.
start_first() {
  local service=$1 replicas=$2 wanted same other id
  wanted=$(mark_of "$service")
  for id in $(containers_with same "$service" "$wanted"); do
    case $(state_of "$id") in "running unhealthy "* | exited* | dead* | created*) docker rm --force --volumes "$id" >/dev/null ;; esac
  done
  mapfile -t other < <(containers_with other "$service" "$wanted")
  mapfile -t same < <(containers_with same "$service" "$wanted")
  if [ "${#same[@]}" -lt "$replicas" ]; then
    up --no-recreate --scale "$service=$((${#other[@]} + replicas))" "$service"
    mapfile -t same < <(containers_with same "$service" "$wanted")
  fi
  if ! wait_all_healthy "$replicas" "${same[@]}"; then
    if [ "${#other[@]}" -gt 0 ]; then retire "${same[@]}"; fi
    return 1
  fi
  switch_traffic "$service" "${same[@]:0:$replicas}"
  if [ "$SWITCHED" = yes ] && [ "${#other[@]}" -gt 0 ]; then sleep "$DRAIN"; fi
  retire "${other[@]}" "${same[@]:$replicas}"
}

# Whether exactly the wanted containers are there and none has stopped.
runs_as_wanted() {
  local service=$1 replicas=$2 wanted=$3 id count=0
  for id in $(containers_of "$service"); do
    case $(state_of "$id") in "running "*) count=$((count + 1)) ;; *) return 1 ;; esac
  done
  [ "$count" = "$replicas" ] && [ -z "$(containers_with other "$service" "$wanted")" ]
}

# In place: for what owns a volume, a port or an address.
stop_first() {
  local service=$1 replicas=$2 wanted same other
  shift 2
  wanted=$(mark_of "$service")
  if [ $# -gt 0 ] || ! runs_as_wanted "$service" "$replicas" "$wanted"; then
    up "$@" --scale "$service=$replicas" "$service"
    mapfile -t other < <(containers_with other "$service" "$wanted")
    retire "${other[@]}"
  fi
  mapfile -t same < <(containers_with same "$service" "$wanted")
  wait_all_healthy "$replicas" "${same[@]}"
  switch_traffic "$service" "${same[@]}"
}

# Once a release: what comes later starts only when it has ended well.
gate() {
  local service=$1 wanted id other
  wanted=$(mark_of "$service")
  for id in $(containers_with same "$service" "$wanted"); do
    case $(state_of "$id") in "exited "*" 0") return 0 ;; *) docker rm --force --volumes "$id" >/dev/null ;; esac
  done
  mapfile -t other < <(containers_with other "$service" "$wanted")
  retire "${other[@]}"
  up "$service"
  for id in $(containers_with same "$service" "$wanted"); do
    if ! wait_done "$id"; then
      log "$service did not end well: $(docker logs --tail 5 "$id" 2>&1 | tr '\n' ' ')"
      return 1
    fi
  done
}

fingerprint() {
  containers_of "$1" | sort | tr '\n' ' '
}

roll_service() {
  local service=$1 strategy=$2 replicas=$3 follows=$4 before leader force=()
  before=$(fingerprint "$service")
  for leader in ${follows//,/ }; do
    case $REPLACED in *",$leader,"*) force=(--force-recreate) strategy=stop-first ;; esac
  done
  case $strategy in
  start-first) start_first "$service" "$replicas" ;;
  stop-first) stop_first "$service" "$replicas" "${force[@]}" ;;
  gate) gate "$service" ;;
  esac
  if [ "$before" = "$(fingerprint "$service")" ]; then
    log "$service: as it was"
  else
    log "$service: replaced, $strategy"
    REPLACED=$REPLACED$service,
  fi
}

# Whether what runs is what the release names.
verify_running() {
  local service name digest ids running='' image
  mapfile -t ids < <(app_containers '{{.ID}}' --filter label=com.docker.compose.oneoff=False)
  if [ "${#ids[@]}" -gt 0 ]; then
    running=$(docker inspect --format '{{index .Config.Labels "com.docker.compose.service"}} {{.Image}}' "${ids[@]}")
  fi
  while IFS=$TAB read -r service name digest; do
    image=$(docker image inspect --format '{{.Id}}' "$digest") || image=missing
    if awk -v s="$service" -v i="$image" '$1 == s && $2 != i { other = 1 } END { exit !other }' <<<"$running"; then
      log "$service runs another image than $digest"
      return 1
    fi
  done <"$RELEASE/images.tsv"
}

# Containers of services that the release does not have.
remove_orphans() {
  local id service found
  found=$(app_containers '{{.ID}} {{.Label "com.docker.compose.service"}}')
  while read -r id service; do
    if [ -n "$id" ] && ! rows service | cut -f 1 | grep -qxF "$service"; then
      log "$service: not in this release, removed"
      retire "$id"
    fi
  done <<<"$found"
}



# --- containers --------------------------------------------------------------------------------------------------

# Where published ports are bound: one address, so that no other interface of the host answers; every address where
# none leads to the world. Only a look at the routes: nothing is sent.
listen_address() {
  local address=$LISTEN
  [ -n "$address" ] || address=$(ip -4 route get 198.51.100.1 2>/dev/null | sed -n 's/.* src \([0-9.]*\).*/\1/p')
  printf '%s\n' "${address:-0.0.0.0}"
}

compose() {
  TOWPATH_LISTEN=$(listen_address) docker compose --progress quiet --project-name "$(project)" --project-directory "$RELEASE/bundle" \
    --env-file "$RELEASE/bundle/.env" --file "$RELEASE/bundle/compose.yaml" --file "$RELEASE/override.yaml" "$@" </dev/null
}

up() {
  compose up --detach --no-deps --no-build --pull never --quiet-pull "$@" >/dev/null
}

# app_containers FORMAT OPTION…: the app's containers, whether they run or not
app_containers() {
  docker ps --all --no-trunc --format "$1" --filter "label=com.docker.compose.project=$(project)" "${@:2}"
}

containers() {
  app_containers "$2" --filter "label=com.docker.compose.service=$1" --filter label=com.docker.compose.oneoff=False
}

containers_of() {
  containers "$1" '{{.ID}}'
}

# Containers of a service that are (`same`) or are not (`other`) as the release at hand wants them.
containers_with() {
  containers "$2" '{{.ID}} {{.Label "towpath.mark"}}' |
    awk -v kind="$1" -v wanted="$3" '($2 == wanted) == (kind == "same") { print $1 }'
}

state_of() {
  docker inspect --format '{{.State.Status}} {{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}} {{.State.ExitCode}}' "$1" 2>/dev/null || echo gone none 1
}

# Waits until a container is healthy, or, without a health check, has run for a second.
wait_healthy() {
  local id=$1 until=$((SECONDS + HEALTH_TIMEOUT)) state
  while [ "$SECONDS" -lt "$until" ]; do
    state=$(state_of "$id")
    case $state in
    "running healthy "*) return 0 ;;
    "running none "*) if keeps_running "$id"; then return 0; fi ;;
    *" unhealthy "*) log "container $(name_of "$id") is unhealthy" && return 1 ;;
    exited* | dead* | gone* | removing*) log "container $(name_of "$id") stopped: $state" && return 1 ;;
    esac
    sleep 0.2
  done
  log "container $(name_of "$id") did not become healthy in $HEALTH_TIMEOUT s"
  return 1
}

keeps_running() {
  local count='{{.State.Status}} {{.RestartCount}}' before
  before=$(docker inspect --format "$count" "$1")
  sleep 1
  [ "$before" = "$(docker inspect --format "$count" "$1")" ]
}

# Waits for containers, of which there must be so many.
wait_all_healthy() {
  local expected=$1 id
  shift
  if [ $# -lt "$expected" ]; then
    log "$# containers were made, not $expected"
    return 1
  fi
  for id in "$@"; do wait_healthy "$id" || return 1; done
}

# Waits until a container has run to its end, and says whether it ended well.
wait_done() {
  local id=$1 until=$((SECONDS + HEALTH_TIMEOUT))
  while [ "$SECONDS" -lt "$until" ]; do
    case $(state_of "$id") in
    "exited "*" 0") return 0 ;;
    exited* | dead* | gone*) return 1 ;;
    esac
    sleep 0.2
  done
  return 1
}

name_of() {
  docker inspect --format '{{.Name}}' "$1" 2>/dev/null | sed 's|^/||'
}

# Lets containers finish what they do, within their own stop_grace_period, and removes them.
retire() {
  [ $# -gt 0 ] || return 0
  docker stop "$@" >/dev/null || true
  docker rm --force --volumes "$@" >/dev/null || true
}

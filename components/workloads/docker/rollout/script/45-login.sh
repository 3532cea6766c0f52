# --- login: to the host's own registry, whose password stands on tmpfs ----------------------------------------------

# Pulls an image; from the host's own registry with its password, which no other registry is shown.
pull() {
  local host user path config=$SECRETS.login
  while IFS=$TAB read -r host user path; do
    case $1 in "$host"/*) ;; *) continue ;; esac
    name_registry "$host"
    mkdir -p "$config"
    printf '{"auths":{"%s":{"auth":"%s"}}}\n' "$host" "$(printf '%s:%s' "$user" "$(cat "$SECRETS/${path#/srv/towpath/secrets/}")" | base64 -w 0)" >"$config/config.json"
    docker --config "$config" pull --quiet "$1"
    return
  done < <(rows login)
  docker pull --quiet "$1"
}

# The host reaches its registry at its own address, whatever the world's name servers say.
name_registry() {
  local address line
  address=$(listen_address)
  if [ "$address" = 0.0.0.0 ]; then address=127.0.0.1; fi
  line="$address $1 # towpath's registry"
  if grep -qxF "$line" /etc/hosts; then return; fi
  { grep -vF "# towpath's registry" /etc/hosts; printf '%s\n' "$line"; } >"$ROOT/hosts"
  cat "$ROOT/hosts" >/etc/hosts # in place: others may hold the file
  rm "$ROOT/hosts"
}

# Waits until the proxy serves the registry with a certificate that the world accepts.
await_registry() {
  local host address
  host=$(rows login | cut -f 1)
  address=$(listen_address)
  if [ "$address" = 0.0.0.0 ]; then address=127.0.0.1; fi
  log "wait for $host and its certificate"
  python3 - "$host" "$address" "$HEALTH_TIMEOUT" <<'PYTHON' || die "the registry cannot be used yet"
import http.client, socket, ssl, sys, time

host, address, patience = sys.argv[1:]
until = time.monotonic() + int(patience)
while True:
    try:
        link = socket.create_connection((address, 443), 5)
        connection = http.client.HTTPSConnection(host)
        connection.sock = ssl.create_default_context().wrap_socket(link, server_hostname=host)
        connection.request("GET", "/v2/")
        status = connection.getresponse().status
        if status == 401:
            break
        why = f"it answers {status}"
    except OSError as error:
        why = str(error)
    if time.monotonic() > until:
        sys.exit(f"towpath: {host}: {why}; point the name's DNS record at this host and run the update again")
    time.sleep(2)
PYTHON
}

# What must run before the first image can be pushed: where a release runs, it brings the registry itself, and only
# the password may have changed.
bootstrap() {
  [ $# -ge 2 ] || die "usage: towpath-rollout bootstrap BUNDLE DIGEST [SECRETS]"
  local kind name path value ids changed=
  if [ -z "$(current_release)" ]; then
    apply "$@"
  else
    GIVEN_SECRETS=${3:-}
    verify_bundle "$1" "$2"
    take_lock "bootstrap $2"
    keep_release "$1" "$2"
    RELEASE=$ROOT/releases/$2
    while IFS=$TAB read -r kind name path _; do
      path=$SECRETS/${path#/srv/towpath/secrets/}
      [ -f "$path" ] || continue
      value=$(secret_value "$name" "$(rows secret | awk -F "$TAB" -v name="$name" '$1 == name { print $2 }')") || die "secret $name cannot be had; nothing was changed"
      [ "$value" = "$(cat "$path")" ] || changed=yes
      printf '%s' "$value" >"$path"
    done < <(rows place)
    mapfile -t ids < <(containers_of towpath-registry)
    # A container keeps the file that it was started with.
    if [ -n "$changed" ] && [ "${#ids[@]}" -gt 0 ]; then docker restart "${ids[@]}" >/dev/null; fi
  fi
  RELEASE=$ROOT/releases/$2
  await_registry
}

# Removes what no release of the host needs, and what was never tagged: all tags of a repository but the newest ones.
registry_gc() {
  local keep=$1 id repository tag folder=$ROOT/volumes/towpath-registry/docker/registry/v2/repositories
  RELEASE=$ROOT/current
  id=$(containers_of towpath-registry | head -n 1)
  [ -n "$id" ] || die "no registry runs on this host"
  take_lock registry-gc
  # shellcheck disable=SC2064 # the container of now
  trap "command docker start $id >/dev/null" EXIT
  docker stop "$id" >/dev/null # nothing is pushed meanwhile
  if [ -d "$folder" ]; then
    find "$folder" -type d -path '*/_manifests/tags' | while read -r repository; do
      find "$repository" -mindepth 1 -maxdepth 1 -type d -printf '%T@ %f\n' | sort -rn | tail -n "+$((keep + 1))" | cut -d ' ' -f 2- |
        while read -r tag; do
          grep -qF "$(cat "$repository/$tag/current/link")" "$ROOT"/releases/*/images.tsv || rm -rf "${repository:?}/$tag"
        done
    done
  fi
  docker run --rm --network none --volumes-from "$id" --env OTEL_TRACES_EXPORTER=none --entrypoint registry "$(docker inspect --format '{{.Image}}' "$id")" \
    garbage-collect --delete-untagged --quiet /etc/distribution/towpath.json >&2 || log "error: the registry's garbage was not collected"
  trap - EXIT
  docker start "$id" >/dev/null
  wait_healthy "$id"
  audit "registry-gc done"
}


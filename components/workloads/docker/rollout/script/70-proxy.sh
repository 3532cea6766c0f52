
# --- proxy: Traefik reads these files as they change ----------------------------------------------------------------

# Puts a file in place in one step, and only when it differs; SWITCHED says whether any was.
place() {
  if [ -f "$2" ] && cmp -s "$1" "$2"; then
    rm "$1"
  else
    chmod 0644 "$1"
    mv "$1" "$2"
    SWITCHED=yes
  fi
}

# Points every backend of a service at the given containers.
switch_traffic() {
  local service=$1 name owner port id
  shift
  SWITCHED=no
  while IFS=$TAB read -r name owner port; do
    [ "$owner" = "$service" ] || continue
    cp "$RELEASE/bundle/proxy/backends/$name.yaml" "$ROOT/proxy/next.yaml"
    for id in "$@"; do
      printf '          - url: "http://%s:%s"\n' "$(name_of "$id")" "$port" >>"$ROOT/proxy/next.yaml"
    done
    place "$ROOT/proxy/next.yaml" "$ROOT/proxy/dynamic/backend-$name.yaml"
  done < <(rows backend)
}

# What Traefik must find when it starts.
prepare_proxy() {
  mkdir -p "$ROOT/proxy/dynamic" "$ROOT/proxy/acme"
  chmod 0755 "$ROOT/proxy" "$ROOT/proxy/dynamic"
  chown 65532:65532 "$ROOT/proxy/acme"
  if [ -f "$RELEASE/bundle/proxy/traefik.yaml" ]; then
    cat "$RELEASE/bundle/proxy/traefik.yaml" >"$ROOT/proxy/traefik.yaml"
    chmod 0644 "$ROOT/proxy/traefik.yaml"
  fi
}

# The release's routes, after its services answer; backends that it does not have go.
install_routes() {
  local file name owner port
  [ -f "$RELEASE/bundle/proxy/dynamic.yaml" ] || return 0
  while IFS=$TAB read -r name owner port; do
    [ "$owner" = - ] || continue
    cp "$RELEASE/bundle/proxy/backends/$name.yaml" "$ROOT/proxy/next.yaml"
    printf '          - url: "http://host.docker.internal:%s"\n' "$port" >>"$ROOT/proxy/next.yaml"
    place "$ROOT/proxy/next.yaml" "$ROOT/proxy/dynamic/backend-$name.yaml"
  done < <(rows backend)
  cp "$RELEASE/bundle/proxy/dynamic.yaml" "$ROOT/proxy/next.yaml"
  place "$ROOT/proxy/next.yaml" "$ROOT/proxy/dynamic/routes.yaml"
  for file in "$ROOT"/proxy/dynamic/backend-*.yaml; do
    name=$(basename "$file" .yaml)
    rows backend | cut -f 1 | grep -qxF "${name#backend-}" || rm -f "$file"
  done
}

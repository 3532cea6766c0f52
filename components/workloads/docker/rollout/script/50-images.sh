
# --- images: pulled before anything stops, and run by digest --------------------------------------------------------

# Where the current release runs the same name, its digest stays, unless the service always pulls.
digest_in_use() {
  local file=$ROOT/current/images.tsv
  [ -f "$file" ] || return 1
  awk -F "$TAB" -v service="$1" -v name="$2" '$1 == service && $2 == name { print $3; found = 1 } END { exit !found }' "$file"
}

# The name by which to run an image: name@digest from a registry, the image's id when it was loaded by hand.
resolve_image() {
  local name=$1 digest why
  case $name in *@sha256:*)
    docker image inspect "$name" >/dev/null 2>&1 || pull "$name" >/dev/null || return 1
    printf '%s\n' "$name"
    return
    ;;
  esac
  if ! why=$(pull "$name" 2>&1) && ! docker image inspect "$name" >/dev/null 2>&1; then
    log "$why"
    return 1
  fi
  digest=$(docker image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}' "$name" | sed -n 's/.*@//p' | head -n 1)
  if [ -n "$digest" ]; then
    printf '%s@%s\n' "$(sed 's/:[^:/]*$//' <<<"$name")" "$digest"
  else
    docker image inspect --format '{{.Id}}' "$name"
  fi
}

# Writes what every service of the release runs, once: a release means the same whenever it is rolled out.
resolve_images() {
  local service name pull digest
  if [ -f "$RELEASE/images.tsv" ]; then
    while IFS=$TAB read -r service name digest; do
      docker image inspect "$digest" >/dev/null 2>&1 || pull "$digest" >/dev/null || die "image $digest of $service cannot be pulled; nothing was changed"
    done <"$RELEASE/images.tsv"
    return
  fi
  : >"$RELEASE/.images.tsv"
  while IFS=$TAB read -r service name pull; do
    if [ "$pull" = always ] || ! digest=$(digest_in_use "$service" "$name"); then
      log "pull $name for $service"
      digest=$(resolve_image "$name") || die "image $name of $service cannot be pulled; nothing was changed"
    fi
    printf '%s\t%s\t%s\n' "$service" "$name" "$digest" >>"$RELEASE/.images.tsv"
  done < <(rows image)
  mv "$RELEASE/.images.tsv" "$RELEASE/images.tsv"
}

# What a container of a service must be made from: the same mark, the same container. It covers the service's part
# of the Compose file, its image, its secrets and, where it has ports, the address that they are bound to.
mark_of() {
  {
    rows service | awk -F "$TAB" -v service="$1" '$1 == service { print $5 }'
    awk -F "$TAB" -v service="$1" '$1 == service { print $3 }' "$RELEASE/images.tsv"
    secrets_digest "$1"
    if rows service | awk -F "$TAB" -v service="$1" '$1 == service { print $6 }' | grep -qxF listens; then listen_address; fi
  } | sha256sum | cut -c 1-16
}

# An override for Compose: images by digest, and the mark as a label.
write_override() {
  local service name digest
  {
    printf 'services:\n'
    while IFS=$TAB read -r service name digest; do
      printf '  "%s":\n    image: "%s"\n    labels:\n      towpath.mark: "%s"\n' \
        "$service" "$digest" "$(mark_of "$service")"
    done <"$RELEASE/images.tsv"
  } >"$RELEASE/override.yaml"
}

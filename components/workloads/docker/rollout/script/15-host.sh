# --- host: what it must bring; that of a machine which someone else prepared may lack it ----------------------------

check_host() {
  local hint="see 'A machine of yours' in docs/docker.md; nothing was changed" live version
  type -P docker >/dev/null || die "Docker is not installed on this host: $hint"
  if ! live=$(docker info --format '{{.LiveRestoreEnabled}}' 2>&1); then
    die "Docker's daemon does not answer: $(tail -n 1 <<<"$live"): $hint"
  fi
  version=$(docker compose version --short 2>/dev/null) || die "Docker Compose is not installed on this host: $hint"
  version=${version#v}
  if [ "$(printf '2.24\n%s\n' "$version" | sort -V | head -n 1)" != 2.24 ]; then
    die "Docker Compose $version is older than 2.24: $hint"
  fi
  [ "$live" = true ] || log "live-restore is off: containers stop whenever Docker's daemon is updated"
}



# --- secrets: from the parameter store or a folder, to tmpfs; never in an argument or a log -------------------------

fetch_parameter() {
  if command -v aws >/dev/null; then
    local value
    value=$(aws ssm get-parameter --name "$1" --with-decryption --query Parameter.Value --output text </dev/null && echo .) || return 1
    value=${value%.}
    printf '%s' "${value%$'\n'}" # the one line end that aws adds
  else
    python3 -c 'import boto3, sys
value = boto3.client("ssm").get_parameter(Name=sys.argv[1], WithDecryption=True)
sys.stdout.write(value["Parameter"]["Value"])' "$1" </dev/null
  fi
}

# Keeps a secret that came in a folder for the next boot, sealed with the host's own key where systemd can.
seal() {
  local to=$ROOT/sealed/$1
  mkdir -p "$(dirname "$to")"
  rm -f "$to.sealed" "$to.plain"
  if systemd-creds encrypt --name=towpath "$2" "$to.sealed" 2>/dev/null; then return; fi
  log "secret $1 is kept readable to root only: this host has no systemd-creds to seal it"
  cp "$2" "$to.plain"
}

unseal() {
  if [ -f "$ROOT/sealed/$1.sealed" ]; then
    systemd-creds decrypt --name=towpath "$ROOT/sealed/$1.sealed" -
  else
    cat "$ROOT/sealed/$1.plain"
  fi
}

secret_value() {
  local name=$1 parameter=$2
  if [ "$parameter" != - ]; then
    fetch_parameter "$parameter"
  elif [ -n "${GIVEN_SECRETS:-}" ] && [ -f "$GIVEN_SECRETS/$name" ]; then
    seal "$name" "$GIVEN_SECRETS/$name"
    cat "$GIVEN_SECRETS/$name"
  else
    unseal "$name"
  fi
}

# A line that env_file reads literally: in single quotes, where only the quote itself is escaped.
environment_line() {
  local quote=\' value=$2
  case $value in *\\ | *\\$quote*) die "the value of $1 has a backslash before a quote or its end, which env_file cannot carry" ;; esac
  printf "%s='%s'\n" "$1" "${value//$quote/\\$quote}"
}

# Writes every secret of the release beside the old ones and then swaps the folders.
fetch_secrets() {
  local next=$SECRETS.next name parameter kind path mode uid gid
  rm -rf "$next" "$SECRETS.values"
  mkdir -p "$next" "$SECRETS.values"
  chmod 0711 "$next"
  while IFS=$TAB read -r name parameter; do
    mkdir -p "$(dirname "$SECRETS.values/$name")"
    secret_value "$name" "$parameter" >"$SECRETS.values/$name" || die "secret $name cannot be had; nothing was changed"
  done < <(rows secret)
  while IFS=$TAB read -r kind name path mode uid gid; do
    path=$next/${path#/srv/towpath/secrets/}
    mkdir -p "$(dirname "$path")"
    if [ "$kind" = file ]; then
      install -m "$mode" -o "$uid" -g "$gid" "$SECRETS.values/$name" "$path"
    else # for a variable, `mode` is its name
      environment_line "$mode" "$(cat "$SECRETS.values/$name")" >>"$path"
    fi
  done < <(rows place)
  rm -rf "$SECRETS.values" "$SECRETS.old"
  if [ -d "$SECRETS" ]; then mv "$SECRETS" "$SECRETS.old"; fi
  mv "$next" "$SECRETS"
  ln -sfn "$SECRETS" "$ROOT/secrets"
  rm -rf "$SECRETS.old"
}

# Changes when a service's secrets do, and tells nothing about them without the host's own salt.
secrets_digest() {
  [ -d "$SECRETS/$1" ] || return 0
  [ -s "$ROOT/salt" ] || head -c 32 /dev/urandom | base64 >"$ROOT/salt"
  (cd "$SECRETS/$1" && { cat "$ROOT/salt"; find . -type f -print0 | sort -z | xargs -0 -r sha256sum; }) | sha256sum
}

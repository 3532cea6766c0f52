
# --- releases ----------------------------------------------------------------------------------------------------

# The digest of a bundle: of the list of its files' digests and names, sorted.
bundle_digest() {
  (cd "$1" && find . -type f -printf '%P\0' | sort -z | xargs -0 -r sha256sum) | sha256sum | cut -d ' ' -f 1
}

verify_bundle() {
  local found
  found=$(bundle_digest "$1")
  [ "$found" = "$2" ] || die "the bundle in $1 has digest $found, not $2; nothing was changed"
}

# Keeps a verified copy of the bundle under its digest; whole or not at all.
keep_release() {
  local from=$1 digest=$2 release=$ROOT/releases/$2
  rm -rf "$ROOT"/releases/.[!.]* # what a killed rollout left
  if [ -d "$release/bundle" ]; then
    verify_bundle "$release/bundle" "$digest"
    return
  fi
  mkdir -p "$ROOT/releases/.$digest" "$release"
  cp -R "$from" "$ROOT/releases/.$digest/bundle"
  mv "$ROOT/releases/.$digest/bundle" "$release/bundle"
  rmdir "$ROOT/releases/.$digest"
}

# The fields of every row of one kind in the manifest of the release at hand.
rows() {
  sed -n "s/^$1$TAB//p" "$RELEASE/bundle/release.tsv"
}

project() { rows project; }

current_release() {
  if [ -L "$ROOT/current" ]; then basename "$(readlink "$ROOT/current")"; fi
}

record_release() {
  ln -sfn "releases/$1" "$ROOT/.current"
  mv -T "$ROOT/.current" "$ROOT/current"
  [ "$(tail -n 1 "$ROOT/history" 2>/dev/null)" = "$1" ] || printf '%s\n' "$1" >>"$ROOT/history"
}

# The newest release of the history that is not the current one and is still kept.
previous_release() {
  local digest
  tac "$ROOT/history" 2>/dev/null | while read -r digest; do
    if [ "$digest" != "$(current_release)" ] && [ -d "$ROOT/releases/$digest/bundle" ]; then
      printf '%s\n' "$digest"
      break
    fi
  done
}

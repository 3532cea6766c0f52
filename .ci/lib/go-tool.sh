# shellcheck shell=bash
# Sourced by the builders beside it: compiles one program from a pinned Go module into the cache.
# The cache key covers everything in the builder's folder, so a changed pin is a new build.

# tool_bin FOLDER: where the program of that folder lives once it is built.
tool_bin() {
  local folder=$1 key
  key=$(cd "$folder" && cat -- * ../lib/go-tool.sh | sha256sum | cut -c1-16)
  echo "${XDG_CACHE_HOME:-$HOME/.cache}/towpath-ci/$(basename "$folder")/$key/bin"
}

# module_version FOLDER MODULE: the version that go.mod pins.
module_version() {
  sed -nE "s|^(require )?[[:space:]]*$2 (v[^ ]+).*|\2|p" "$1/go.mod" | head -n 1
}

# build_tool FOLDER NAME PACKAGE LDFLAGS [EXTRA FILE…]: builds unless the cache has it, prints the folder.
# Builds beside the cache entry and moves it into place, so that a killed build leaves nothing half made.
build_tool() {
  local folder=$1 name=$2 package=$3 ldflags=$4 bin part
  shift 4
  bin=$(tool_bin "$folder")
  if [ ! -d "$bin" ]; then
    mkdir -p "$(dirname "$bin")"
    part=$(mktemp -d "$(dirname "$bin")/part.XXXXXX")
    (
      cd "$folder" || exit
      export GOWORK=off GOTOOLCHAIN=local GOFLAGS="-mod=readonly -trimpath -buildvcs=false"
      nice go build -ldflags "-s -w $ldflags" -o "$part/$name" "$package" >&2
      for extra in "$@"; do install -m 755 "$extra" "$part/"; done
    )
    chmod 755 "$part"
    mv -T "$part" "$bin" 2>/dev/null || rm -rf "$part" # another build of the same key was first
    [ -x "$bin/$name" ]
  fi
  echo "$bin"
}

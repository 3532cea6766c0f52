# shellcheck shell=bash
# Sourced by the builders beside it: installs what one requirements.txt pins into an environment of its own.

# python_tool FOLDER [--find]: prints the folder to put on PATH. With --find it installs nothing, and fails when there
# is nothing. Needs Python with venv.
python_tool() {
  local folder=$1 key home
  key=$(sha256sum "$folder/requirements.txt" | cut -c1-16)
  home=${XDG_CACHE_HOME:-$HOME/.cache}/towpath-ci/$(basename "$folder")/$key
  if [ ! -e "$home/installed" ]; then
    if [ "${2:-}" = --find ]; then return 1; fi
    rm -rf "$home"
    nice python3 -m venv "$home" >&2 # an environment cannot be moved, so it is made in place
    nice "$home/bin/pip" install --quiet --disable-pip-version-check --requirement "$folder/requirements.txt" >&2
    touch "$home/installed"
  fi
  echo "$home/bin"
}

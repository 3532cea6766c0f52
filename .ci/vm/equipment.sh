# shellcheck shell=bash disable=SC2034
# Sourced by the scripts beside it: where the image lives, and what it is made of.

cache=${XDG_CACHE_HOME:-$HOME/.cache}/towpath-ci/vm
suite=trixie
packages_file=components/platforms/vm/user-data/packages.ts

# image_folder FOLDER: where the image lives once it is built.
image_folder() {
  local key
  key=$(cd "$1" && cat build equipment.sh guest/* "../../$packages_file" | sha256sum | cut -c1-16)
  echo "$cache/$key"
}

# What towpath's host installs on Debian: the table's own words.
host_packages() {
  sed -n '/debian: \[/,/\]/s/^ *"\(.*\)",$/\1/p' "$1/../../$packages_file"
}

# Debian's programs that the virtual machine is made with.
debian_programs() {
  local -A package_of=([mmdebstrap]=mmdebstrap [mke2fs]=e2fsprogs [apt-ftparchive]=apt-utils
    [qemu-system-x86_64]=qemu-system-x86 [qemu-img]=qemu-utils [genisoimage]=genisoimage)
  local program
  for program in "${!package_of[@]}"; do
    PATH=$PATH:/usr/sbin command -v "$program" >/dev/null || echo "${package_of[$program]}"
  done | sort
}

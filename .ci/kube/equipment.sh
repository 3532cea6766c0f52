# shellcheck shell=bash disable=SC2034
# Sourced by the scripts beside it: where the test cluster lives, and its addresses. All of them are on bridges
# of this machine that nothing outside reaches.

cache=${XDG_CACHE_HOME:-$HOME/.cache}/towpath-ci/kube
state=$cache/state          # certificates, logs, etcd, images, volumes
run=/run/towpath-kube       # sockets and process ids
node=towpath-ci
node_ip=10.98.0.1           # on bridge tpnode0
pods=10.98.4.0/24           # on bridge tppods0
services=10.98.16.0/20
api_service_ip=10.98.16.1   # the first of the services
dns_ip=10.98.16.10
kubeconfig=$state/admin.kubeconfig
k8s_version=1.35.0

# bin_folder FOLDER: where what this folder's sources make lives once it is built.
bin_folder() {
  local key
  key=$(cd "$1" && find . -type f \( -name '*.go' -o -name 'go.*' -o -name build \) -print0 | sort -z |
    xargs -0 cat | sha256sum | cut -c1-16)
  echo "$cache/$key/bin"
}

# Debian's programs that the cluster is made of, beside what build compiles.
debian_programs() {
  local -A package_of=([etcd]=etcd-server [containerd]=containerd [runc]=runc [nft]=nftables
    [iptables]=iptables [conntrack]=conntrack [ip]=iproute2 [openssl]=openssl
    [/usr/lib/cni/bridge]=containernetworking-plugins [/bin/busybox]=busybox-static)
  local program
  for program in "${!package_of[@]}"; do
    command -v "$program" >/dev/null || echo "${package_of[$program]}"
  done | sort
}

containers() { ctr --address "$run/containerd.sock" --namespace k8s.io "$@"; }

# shellcheck shell=bash disable=SC2154
# Sourced by start: the cluster's certificates, in the current folder.

quietly() { "$@" 2>>"$state/log/openssl.log"; }

authority() { # NAME
  quietly openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/CN=$1" -keyout "$1.key" -out "$1.crt"
}

certificate() { # NAME AUTHORITY SUBJECT [ALTERNATIVE NAMES]
  local extensions="extendedKeyUsage=clientAuth,serverAuth"
  if [ -n "${4:-}" ]; then extensions+=$'\n'"subjectAltName=$4"; fi
  quietly openssl req -newkey rsa:2048 -nodes -subj "$3" -keyout "$1.key" -out "$1.csr"
  quietly openssl x509 -req -in "$1.csr" -CA "$2.crt" -CAkey "$2.key" -CAcreateserial -days 30 -out "$1.crt" \
    -extfile <(echo "$extensions")
}

client_config() { # FILE CERTIFICATE
  cat >"$1" <<YAML
apiVersion: v1
kind: Config
current-context: towpath-ci
clusters:
  - name: towpath-ci
    cluster: { server: "https://$node_ip:6443", certificate-authority-data: $(base64 -w0 ca.crt) }
users:
  - name: $2
    user: { client-certificate-data: $(base64 -w0 "$2.crt"), client-key-data: $(base64 -w0 "$2.key") }
contexts:
  - { name: towpath-ci, context: { cluster: towpath-ci, user: $2 } }
YAML
}

make_certificates() {
  local name
  authority ca
  authority front
  quietly openssl genrsa -out accounts.key 2048
  certificate apiserver ca /CN=kube-apiserver "IP:$node_ip,IP:$api_service_ip,IP:127.0.0.1,DNS:kubernetes.default.svc"
  certificate front-client front /CN=front
  certificate admin ca /O=system:masters/CN=admin
  certificate netpol ca /O=system:masters/CN=netpol
  certificate manager ca /CN=system:kube-controller-manager
  certificate scheduler ca /CN=system:kube-scheduler
  certificate proxy ca /CN=system:kube-proxy
  certificate kubelet ca "/O=system:nodes/CN=system:node:$node" "IP:$node_ip,DNS:$node"
  client_config "$kubeconfig" admin
  for name in manager scheduler proxy netpol kubelet; do client_config "$name.kubeconfig" "$name"; done
}

import { AGENT_TOKEN_FILE, ENVIRONMENT_FILE, PARAMETER, TOKEN_FILE } from "../node-paths";

/**
 * Runs before each start of K3s. It says which instance the node is, by which the autoscaler and the volume driver
 * know it, and fetches the token. The first server makes the token up and tells which version it runs; agents wait for theirs and look for a server
 * that answers. Which server it is, the token's pinned authority proves.
 */
export const PREPARE_SCRIPT = `#!/bin/sh
set -eu
set -a
# shellcheck disable=SC1091 # written at first boot
. ${ENVIRONMENT_FILE}
set +a
umask 077
imds=http://169.254.169.254/latest
session=$(curl -fsS --retry 10 --retry-connrefused -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' "$imds/api/token")
ask() { curl -fsS --retry 5 -H "X-aws-ec2-metadata-token: $session" "$imds/meta-data/$1"; }
instance=$(ask instance-id)
zone=$(ask placement/availability-zone)
address=$(ask local-ipv4)
mkdir -p /run/towpath /etc/rancher/k3s/config.yaml.d
cat >/etc/rancher/k3s/config.yaml.d/20-node.yaml <<END
node-ip: $address
kubelet-arg+:
  - provider-id=aws:///$zone/$instance
node-label+:
  - topology.kubernetes.io/region=$AWS_DEFAULT_REGION
  - topology.kubernetes.io/zone=$zone
END
if [ "$ROLE" = first ] && [ "$(${PARAMETER} get "$TOKEN_PARAMETER")" = pending ]; then
  openssl rand -hex 32 | ${PARAMETER} put "$TOKEN_PARAMETER"
fi
if [ "$ROLE" = first ]; then
  k3s --version | awk 'NR == 1 { print $3 }' | ${PARAMETER} put "$VERSION_PARAMETER"
fi
${PARAMETER} wait "$TOKEN_PARAMETER" >${TOKEN_FILE}
if [ "$ROLE" != agent ]; then
  sed 's/$/-agent/' ${TOKEN_FILE} | sha256sum | cut -d ' ' -f 1 >${AGENT_TOKEN_FILE}
fi
[ "$ROLE" != first ] || exit 0
while :; do
  for server in $SERVERS; do
    # Only whether it answers; K3s checks who it is.
    if curl -ks --max-time 5 "https://$server:6443/ping" | grep -q pong; then
      echo "server: https://$server:6443" >>/etc/rancher/k3s/config.yaml.d/20-node.yaml
      exit 0
    fi
  done
  sleep 5
done
`;

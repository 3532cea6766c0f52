import { ENVIRONMENT_FILE, INSTALL, PARAMETER } from "../node-paths";

/**
 * Runs on a server through SSM when the cluster is made and when its version changes, and every day:
 * `towpath-k3s-publish VERSION ARM64 AMD64`. It ends well when the API server is ready and the nodes that came first are; the
 * first server then hands out the kubeconfig and the agents' token.
 */
export const PUBLISH_SCRIPT = `#!/bin/sh
set -eu
# 2: done, with warnings.
cloud-init status --wait >/dev/null || [ $? -eq 2 ] || { echo "first boot failed: see /var/log/cloud-init-output.log" >&2; exit 1; }
set -a
# shellcheck disable=SC1091 # written at first boot
. ${ENVIRONMENT_FILE}
set +a
${INSTALL} "$@"
tries=0
until k3s kubectl get --raw /readyz >/dev/null 2>&1; do
  tries=$((tries + 1))
  [ "$tries" -le 120 ] || { systemctl status --no-pager k3s >&2; exit 1; }
  sleep 5
done
k3s kubectl wait --for=condition=Ready "node/$(hostname)" --timeout=300s
[ "$ROLE" = first ] || exit 0
address=\${API_ADDRESS:-$(hostname -I | cut -d ' ' -f 1)}
sed "s#https://127.0.0.1:6443#https://$address:6443#" /etc/rancher/k3s/k3s.yaml |
  ${PARAMETER} put "$KUBECONFIG_PARAMETER"
${PARAMETER} put "$AGENT_TOKEN_PARAMETER" </var/lib/rancher/k3s/server/agent-token
`;

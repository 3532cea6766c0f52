#!/usr/bin/env bash
# towpath-rollout: brings one Docker host from the release that runs to another, and back when that fails.
#
#   towpath-rollout apply BUNDLE DIGEST [SECRETS]   SECRETS: a folder with a file a secret, where no parameter is named
#   towpath-rollout rollback [DIGEST]               default: the release before the current one
#   towpath-rollout bootstrap BUNDLE DIGEST [SECRETS]   the host's own registry, before a first release
#   towpath-rollout status | prune [KEEP] | registry-gc [TAGS]
#   towpath-rollout backup NAME | backups [NAME] | restore NAME [TIME] | drill [NAME [TIME]]   NAME: a service or volume
#   towpath-rollout boot | metrics                  run by the host's own units
#
# Needs bash, coreutils, util-linux (flock), Docker with Compose 2.24 or newer; aws or python3-boto3 for parameters.
set -euo pipefail
umask 077
export LC_ALL=C HOME="${HOME:-/root}" # Docker's logins are in HOME, which SSM does not set

# Settings of the host, each of which the environment may override.
# shellcheck source=/dev/null
if [ -r /etc/towpath/rollout.conf ]; then set -a && . /etc/towpath/rollout.conf && set +a; fi
ROOT=${TOWPATH_ROOT:-/srv/towpath}
SECRETS=${TOWPATH_SECRETS:-/run/towpath/secrets} # tmpfs; $ROOT/secrets leads there
KEEP=${TOWPATH_KEEP:-5}                       # releases to go back to
HEALTH_TIMEOUT=${TOWPATH_HEALTH_TIMEOUT:-300} # seconds a container may take to become healthy
LOCK_WAIT=${TOWPATH_LOCK_WAIT:-0}             # seconds to wait for another rollout
LISTEN=${TOWPATH_LISTEN:-}                    # address of published ports; default: the one that leads to the world
DRAIN=${TOWPATH_DRAIN:-2}                     # seconds between leaving the old containers and stopping them
PROXY=towpath-proxy
SELF=$(readlink -f "$0")
TAB=$'\t'

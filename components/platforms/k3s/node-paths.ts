/** Where things stand on every node. */
export const ENVIRONMENT_FILE = "/etc/towpath/k3s.env";
export const SETUP = "/usr/local/sbin/towpath-setup";
export const INSTALL = "/usr/local/sbin/towpath-k3s-install";
export const PREPARE = "/usr/local/sbin/towpath-k3s-prepare";
export const PUBLISH = "/usr/local/sbin/towpath-k3s-publish";
export const PARAMETER = "/usr/local/sbin/towpath-parameter";
export const REAP = "/usr/local/sbin/towpath-reap-nodes";
/** Tmpfs: tokens are fetched again at every start and never written to a disk by us. */
export const TOKEN_FILE = "/run/towpath/token";
export const AGENT_TOKEN_FILE = "/run/towpath/agent-token";
/** A board has no AWS to ask again: its token stays on its disk, for root alone. */
export const BOARD_TOKEN_FILE = "/etc/rancher/k3s/agent-token";
/** Says which board of a cluster a machine is; what has no such file is not ours. */
export const BOARD_FILE = "/etc/towpath/board";

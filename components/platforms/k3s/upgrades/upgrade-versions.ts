/**
 * The upgrade controller of Rancher and what its Jobs run, pinned together. Source: the releases page of
 * rancher/system-upgrade-controller, 2026-08-06; the kubectl that drains is the release's own default.
 */
export const CONTROLLER_IMAGE = "docker.io/rancher/system-upgrade-controller:v0.20.1";
export const KUBECTL_IMAGE = "docker.io/rancher/kubectl:v1.30.3";
/** Its tag is the K3s release, with `-` for `+`; the controller puts it there. */
export const UPGRADE_IMAGE = "docker.io/rancher/k3s-upgrade";

import { stringify } from "yaml";

/** What the kubelet asks of the kernel when it protects its defaults. Source: K3s, "CIS hardening guide". */
const KERNEL = `vm.panic_on_oom=0
vm.overcommit_memory=1
kernel.panic=10
kernel.panic_on_oops=1
kernel.keys.root_maxkeys=1000000
kernel.keys.root_maxbytes=25000000
fs.inotify.max_user_instances=8192
fs.inotify.max_user_watches=524288
`;

/** A node that is told to go, as spot nodes are two minutes ahead, gives its pods the time to finish. */
const KUBELET = {
  apiVersion: "kubelet.config.k8s.io/v1beta1",
  kind: "KubeletConfiguration",
  shutdownGracePeriod: "90s",
  shutdownGracePeriodCriticalPods: "30s",
};

/** Security updates are installed every day; a reboot is left to the operator. */
const UPGRADES = `APT::Periodic::Update-Package-Lists "1";
APT::Periodic::Unattended-Upgrade "1";
Unattended-Upgrade::Automatic-Reboot "false";
`;

/** What the kubelet needs of any machine, by path. */
export const KUBELET_FILES: Readonly<Record<string, string>> = {
  "/etc/sysctl.d/90-kubelet.conf": KERNEL,
  "/var/lib/rancher/k3s/agent/etc/kubelet.conf.d/50-towpath.conf": stringify(KUBELET),
};

/** Configuration of the system, by path. */
export const SYSTEM_FILES: Readonly<Record<string, string>> = {
  "/etc/apt/apt.conf.d/52towpath": UPGRADES,
  ...KUBELET_FILES,
};

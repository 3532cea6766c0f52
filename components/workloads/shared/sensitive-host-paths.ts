import { homedir } from "node:os";
import { join, normalize } from "node:path";

/** Folders that are the host's as a whole, though an app may own a folder of its own inside. */
const WHOLE = [
  "/",
  "/etc",
  "/home",
  "/mnt",
  "/opt",
  "/root",
  "/srv",
  "/usr",
  "/usr/local",
  "/usr/share",
  "/var",
  "/var/lib",
];

/** Folders that are the host's with everything in them. */
const WITH_CONTENTS = [
  "/bin",
  "/boot",
  "/dev",
  "/etc/cron.d",
  "/etc/docker",
  "/etc/group",
  "/etc/gshadow",
  "/etc/kubernetes",
  "/etc/pam.d",
  "/etc/passwd",
  "/etc/rancher",
  "/etc/shadow",
  "/etc/ssh",
  "/etc/ssl",
  "/etc/sudoers",
  "/etc/sudoers.d",
  "/etc/systemd",
  "/lib",
  "/lib64",
  "/proc",
  "/run",
  "/sbin",
  "/sys",
  "/usr/bin",
  "/usr/lib",
  "/usr/local/bin",
  "/usr/sbin",
  "/usr/src",
  "/var/lib/containerd",
  "/var/lib/docker",
  "/var/lib/kubelet",
  "/var/lib/rancher",
  "/var/log",
  "/var/run",
];

/** Folders of a person's home that hold keys. */
const OF_HOME = [".aws", ".config/gcloud", ".docker", ".gnupg", ".kube", ".pulumi", ".ssh"];

/** Whether a container that mounts this path of the host could read or change what keeps the host safe. */
export function isSensitiveHostPath(path: string): boolean {
  const clean = normalize(path).replace(/(?<=.)\/$/, "");
  const folders = [...WITH_CONTENTS, ...OF_HOME.map(name => join(homedir(), name))];
  return (
    WHOLE.includes(clean) ||
    clean === homedir() ||
    clean.endsWith(".sock") ||
    folders.some(folder => clean === folder || clean.startsWith(`${folder}/`))
  );
}

/** Folders of the host that hold its programs, settings, secrets or devices. */
const SENSITIVE = [
  "/bin",
  "/boot",
  "/dev",
  "/etc",
  "/home",
  "/lib",
  "/lib64",
  "/proc",
  "/root",
  "/run",
  "/sbin",
  "/sys",
  "/usr",
  "/var/lib/docker",
  "/var/lib/kubelet",
  "/var/run",
];
/** What only tells the time, and where towpath itself hands a service its secrets. */
const HARMLESS = ["/etc/localtime", "/etc/timezone", "/usr/share/zoneinfo", "/run/towpath/secrets"];

/** Whether a path of the host is, holds or lies in one of its own folders. */
export function isSensitivePath(path: string): boolean {
  const clean = path.replace(/(?<=.)\/+$/, "");
  if (clean === "/" || clean === "/var" || clean === "/var/lib") return true;
  if (HARMLESS.some(one => clean === one || clean.startsWith(`${one}/`))) return false;
  return SENSITIVE.some(one => clean === one || clean.startsWith(`${one}/`));
}

/** Whether it is the socket of a container engine. */
export function isSocket(path: string): boolean {
  return /(docker|containerd|crio|podman)\.sock$/.test(path);
}

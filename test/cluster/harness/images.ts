import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { equipment, programs } from "./cluster";

/** The images of towpath's own containers, which here are made of what the machine has. */
const HELPERS = {
  "docker.io/library/busybox:1.37.0": [],
  "registry.k8s.io/kubectl:v1.35.0": ["kubectl"],
  "registry.k8s.io/pause:3.10": ["pause"],
} as const;

/** Gives the cluster the images of towpath's own containers. */
export function giveHelperImages(): void {
  for (const [name, extra] of Object.entries(HELPERS)) giveImage(name, extra);
}

/** Gives the cluster the tests' app in a version. */
export function giveApp(version: string): void {
  giveImage(`towpath.test/app:${version}`, ["app"], version);
}

/** The files of the tests' app in a version, as an archive that Docker imports. */
export function archiveApp(version: string, archive: string): void {
  withRoot(["app"], version, folder => {
    const { status, stderr } = spawnSync("tar", ["--create", "--file", archive, "--directory", folder, "."]);
    if (status !== 0) throw new Error(String(stderr));
  });
}

/** Gives the cluster an image of shell scripts by name, of which the first is run, and with a page in `/etc`. */
export function giveScripts(name: string, scripts: Readonly<Record<string, string>>): void {
  withRoot([], "", folder => {
    writeFileSync(join(folder, "etc/index.html"), `${name}\n`);
    for (const [script, text] of Object.entries(scripts))
      writeFileSync(join(folder, "bin", script), `#!/bin/sh\n${text}`, { mode: 0o755 });
    equipment("image", name, folder, `/bin/${Object.keys(scripts)[0]}`);
  });
}

function giveImage(name: string, extra: readonly string[], version = ""): void {
  withRoot(extra, version, folder => void equipment("image", name, folder, "/bin/sh"));
}

/** The files of busybox and of some of the cluster's own programs, which lie in `/` and in `/bin`. */
function withRoot(extra: readonly string[], version: string, use: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "towpath-image-"));
  try {
    for (const path of ["bin", "data", "etc", "tmp"]) mkdirSync(join(folder, path), { mode: 0o755 });
    copyFileSync("/bin/busybox", join(folder, "bin/busybox"));
    const { stdout } = spawnSync("/bin/busybox", ["--list"], { encoding: "utf8" });
    for (const applet of stdout
      .trim()
      .split("\n")
      .filter(one => one !== "busybox")) {
      symlinkSync("busybox", join(folder, "bin", applet));
    }
    writeFileSync(join(folder, "etc/version"), version);
    writeFileSync(join(folder, "etc/passwd"), "root:x:0:0:root:/:/bin/sh\n");
    for (const program of extra) {
      cpSync(join(programs ?? "", program), join(folder, program));
      symlinkSync(`../${program}`, join(folder, "bin", program));
    }
    spawnSync("chmod", ["755", folder]);
    use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

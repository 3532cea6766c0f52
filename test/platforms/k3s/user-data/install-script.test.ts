import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { INSTALL_SCRIPT } from "../../../../components/platforms/k3s/user-data/install-script";

const BINARY = "#!/bin/sh\necho 'k3s version v1.36.4+k3s1 (abc)'\n";
const SHA256 = createHash("sha256").update(BINARY).digest("hex");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "install-"));
  for (const path of ["bin", "local", "etc"]) mkdirSync(join(folder, path));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the script against releases that `curl` finds in a table; other tools write down their calls. */
function install(options: { pinned?: string; listed?: string; version?: string; active?: boolean }) {
  const { pinned = "none", listed = SHA256, version = "v1.36.4+k3s1", active = false } = options;
  const tool = (name: string, body: string) => {
    writeFileSync(join(folder, "bin", name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(folder, "bin", name), 0o755);
  };
  writeFileSync(join(folder, "binary"), BINARY);
  writeFileSync(join(folder, "sums"), `${"0".repeat(64)}  k3s\n${listed}  k3s-arm64\n`);
  tool("dpkg", "echo arm64");
  tool(
    "curl",
    `for last; do :; done; echo "$last" >>${folder}/urls
     while [ "$1" != -o ]; do shift; done
     case "$last" in *.txt) cp ${folder}/sums "$2" ;; *) cp ${folder}/binary "$2" ;; esac`,
  );
  tool("systemctl", `echo "$*" >>${folder}/calls; [ "$1" != is-active ] || exit ${active ? 0 : 3}`);
  const env = `UNIT='k3s.service'
`;
  writeFileSync(join(folder, "etc/k3s.env"), env);
  const script = INSTALL_SCRIPT.replaceAll("/etc/towpath/", `${folder}/etc/`).replaceAll(
    "/usr/local/bin/",
    `${folder}/local/`,
  );
  const { status } = spawnSync("sh", ["-c", script, "install", version, pinned, "none"], {
    env: { PATH: `${join(folder, "bin")}:${join(folder, "local")}:/usr/bin:/bin` },
  });
  const read = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8").trim().split("\n") : [];
  return {
    status,
    urls: read("urls"),
    calls: read("calls"),
    installed: existsSync(join(folder, "local/k3s")),
  };
}

describe("the install script", () => {
  it("takes the release's binary for the machine when the release lists it so", () => {
    const { status, installed, urls } = install({});
    expect({ status, installed }).toEqual({ status: 0, installed: true });
    const base = "https://github.com/k3s-io/k3s/releases/download/v1.36.4%2Bk3s1";
    expect(urls).toEqual([`${base}/k3s-arm64`, `${base}/sha256sum-arm64.txt`]);
  });

  it("installs nothing that is not what was listed", () => {
    expect(install({ listed: "1".repeat(64) })).toMatchObject({ installed: false });
    expect(install({ listed: "1".repeat(64) }).status).not.toBe(0);
  });

  it("trusts a pinned checksum alone", () => {
    const replaced = install({ pinned: "1".repeat(64) });
    expect(replaced.installed).toBe(false);
    expect(replaced.status).not.toBe(0);
    const right = install({ pinned: SHA256, listed: "1".repeat(64) });
    expect(right).toMatchObject({ status: 0, installed: true });
    expect(right.urls.filter(url => url.includes("sha256sum"))).toEqual([]);
  });

  it("does nothing when the version is in place, and restarts a running K3s on another", () => {
    expect(install({ active: true }).calls).toEqual(["is-active --quiet k3s.service", "restart k3s.service"]);
    rmSync(join(folder, "urls"));
    expect(install({}).urls).toEqual([]);
  });
});

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { bundleDigest } from "../../../components/lib/bundle-digest";
import { mountedVolume } from "../../../components/platforms/vm/data-volume";
import { HOST_FILES } from "../../../components/platforms/vm/host-files";
import { type HostFacts, releaseArchive } from "../../../components/platforms/vm/release-archive";

const facts: HostFacts = {
  volumes: [mountedVolume("data", "vol-0123456789abcdef0")],
  ecrRegistries: ["123456789012.dkr.ecr.us-east-1.amazonaws.com"],
  settings: { TOWPATH_KEEP: "5", AWS_DEFAULT_REGION: "us-east-1" },
};
const files = { "compose.yaml": "services: {}\n", "files/a/b.txt": "ü\n", "release.tsv": "" };

describe("releaseArchive", () => {
  it("is the same bytes whatever the order of its input", () => {
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    expect(releaseArchive(reversed, facts)).toEqual(releaseArchive(files, facts));
  });

  it("is named by its own digest", () => {
    const { text, digest } = releaseArchive(files, facts);
    expect(createHash("sha256").update(text).digest("hex")).toBe(digest);
  });

  it("tells the host its volumes, its registry and its settings", () => {
    expect(JSON.parse(releaseArchive(files, facts).text).host).toEqual({
      ...HOST_FILES,
      "/etc/towpath/rollout.conf": "AWS_DEFAULT_REGION=us-east-1\nTOWPATH_KEEP=5\nTOWPATH_LOCK_WAIT=60\n",
      "/etc/towpath/volumes":
        "data data /dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_vol0123456789abcdef0\n",
      "/root/.docker/config.json": `{
  "credHelpers": {
    "123456789012.dkr.ecr.us-east-1.amazonaws.com": "ecr-login"
  }
}
`,
    });
  });

  it.each(["../evil", "/etc/passwd", "a/../../b"])("does not take %s", path => {
    expect(() => releaseArchive({ [path]: "" }, facts)).toThrow(path);
  });
});

describe("bundleDigest", () => {
  it("is what sha256sum finds on the host", () => {
    const folder = mkdtempSync(join(tmpdir(), "bundle-"));
    try {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      const command =
        "find . -type f -printf '%P\\0' | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c 1-64";
      const { stdout } = spawnSync("bash", ["-c", command], { cwd: folder, encoding: "utf8" });
      expect(bundleDigest(files)).toBe(stdout.trim());
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Mount } from "../../../components/app/model/mount";
import { classifyMount } from "../../../components/workloads/shared/classify-mount";
import { loadedApp } from "./loaded-app";

const directory = mkdtempSync(join(tmpdir(), "towpath-mounts-"));
afterAll(() => rmSync(directory, { recursive: true }));
mkdirSync(join(directory, "conf/sub"), { recursive: true });
mkdirSync(join(directory, "bad"));
writeFileSync(join(directory, "conf/b.txt"), "text");
writeFileSync(join(directory, "conf/sub/a.bin"), Buffer.from([0, 255]));
writeFileSync(join(directory, "run.sh"), "#!/bin/sh\n", { mode: 0o755 });
symlinkSync("/etc/hostname", join(directory, "bad/link"));

function classify(mount: Mount, allow: string[] = []) {
  const service = { build: { context: join(directory, "app") }, "x-towpath": { allow } };
  return classifyMount(loadedApp({ services: { app: service } }, { directory }), "app", mount);
}
const bind = (source: string, allow?: string[]) => classify({ type: "bind", source, target: "/x" }, allow);

describe("a mount", () => {
  it.each([
    [
      { type: "volume", source: "data", target: "/d" },
      { kind: "volume", key: "data" },
    ],
    [
      { type: "volume", target: "/d/e" },
      { kind: "anonymous", key: "app--d-e" },
    ],
    [{ type: "tmpfs", target: "/t" }, { kind: "tmpfs" }],
    [
      { type: "image", source: "a:1", target: "/i" },
      { kind: "image", image: "a:1" },
    ],
  ] as const)("%o", (mount, expected) => {
    expect(classify(mount)).toEqual(expected);
  });

  it.each(["npipe", "cluster"] as const)("of type %s cannot be carried over", type => {
    expect(classify({ type, source: "x", target: "/x" }).kind).toBe("unsupported");
  });
});

describe("a bind mount", () => {
  it("inside the build context is for development, whether it is there or not", () => {
    expect(bind(join(directory, "app")).kind).toBe("development");
    expect(bind(join(directory, "app/src/x")).kind).toBe("development");
    expect(bind(join(directory, "app-other")).kind).toBe("missing");
  });

  it("of a folder has its files in order, binary ones as base64", () => {
    expect(bind(join(directory, "conf"))).toEqual({
      kind: "content",
      single: false,
      files: [
        { path: "b.txt", content: "text", binary: false, mode: 0o644, size: 4 },
        { path: "sub/a.bin", content: "AP8=", binary: true, mode: 0o644, size: 2 },
      ],
    });
  });

  it("of a file has that file, which stays executable", () => {
    expect(bind(join(directory, "run.sh"))).toMatchObject({
      single: true,
      files: [{ path: "", mode: 0o755 }],
    });
  });

  it("does not follow a link out of the project", () => {
    expect(bind(join(directory, "bad"))).toMatchObject({
      kind: "unsupported",
      why: expect.stringContaining("out of the project"),
    });
  });

  it.each([
    "/",
    "/etc",
    "/proc",
    "/usr/src",
    "/lib/modules",
    "/var/lib/docker/volumes",
    "/run/x.sock",
    "/etc/passwd",
    join(homedir(), ".ssh"),
  ])("of %s belongs to the host", path => {
    expect(bind(path)).toEqual({ kind: "host-path", path, sensitive: true });
  });

  it("of another path of the host is the app's own data", () => {
    expect(bind("/etc/pihole/")).toEqual({ kind: "host-data", key: "etc-pihole" });
    expect(bind(join(homedir(), "minecraft_data"))).toEqual({
      kind: "host-data",
      key: "home-minecraft-data",
    });
    expect(bind("/media/films", ["host-paths"])).toEqual({
      kind: "host-path",
      path: "/media/films",
      sensitive: false,
    });
  });

  it("knows the Docker socket and the clock", () => {
    expect(bind("/var/run/docker.sock").kind).toBe("docker-socket");
    expect(bind("/etc/localtime").kind).toBe("clock");
  });
});

import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isSensitivePath, isSocket } from "../../../policies/facts/host-paths";
import { parseImage } from "../../../policies/facts/images";
import { machinesOf } from "../../../policies/facts/machines";
import { make } from "../good/make";

describe("parseImage", () => {
  it.each([
    ["nginx", { isPinned: false }],
    ["nginx:1.27", { tag: "1.27", isPinned: false }],
    ["localhost:5000/nginx", { isPinned: false }],
    ["localhost:5000/a/nginx:1@sha256:abc", { tag: "1", isPinned: true }],
    ["nginx@sha256:abc", { isPinned: true }],
    ["${TOWPATH_IMAGE_WEB}", { isPinned: true }],
    ["${IMAGE}", { isPinned: false }],
  ])("%s", (image, parsed) => {
    expect(parseImage(image)).toEqual(parsed);
  });
});

describe("host paths", () => {
  it.each([
    "/",
    "/etc",
    "/etc/",
    "/etc/ssh",
    "/var/run",
    "/var/lib/docker/x",
    "/var/lib",
    "/proc",
    "/root/.ssh",
  ])("%s is the host's own", path => {
    expect(isSensitivePath(path)).toBe(true);
  });
  it.each([
    "/srv/towpath/volumes/db",
    "/etc/localtime",
    "/data",
    "/opt/etc",
    "/etcetera",
    "/run/towpath/secrets/db/key",
  ])("%s is not", path => {
    expect(isSensitivePath(path)).toBe(false);
  });
  it("knows the sockets of container engines", () => {
    expect(["/run/docker.sock", "/run/podman/podman.sock", "/run/mysqld.sock"].map(isSocket)).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe("user data", () => {
  const text = "#cloud-config\n";
  const template = "aws:ec2/launchTemplate:LaunchTemplate";
  const instance = "aws:ec2/instance:Instance";
  it.each([
    ["plain", instance, { userData: text }],
    ["base64", instance, { userDataBase64: Buffer.from(text).toString("base64") }],
    ["gzip", instance, { userDataBase64: gzipSync(text).toString("base64") }],
    ["a template's", template, { userData: Buffer.from(text).toString("base64") }],
  ])("is read from %s", (_, type, props) => {
    expect(machinesOf(make(type, "m", props))[0]?.userData).toBe(text);
  });
});

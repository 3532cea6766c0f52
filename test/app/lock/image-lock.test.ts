import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { load } from "../../../components/app/load/load";
import { canonicalImage, canonicalName } from "../../../components/app/lock/canonical-image";
import { pinnedImage } from "../../../components/app/lock/image-lock";
import { pulledImages } from "../../../components/app/lock/pin-images";
import { InvalidInput } from "../../../components/lib/issues";

const DIGEST = `sha256:${"a".repeat(64)}`;

describe("an image's canonical name", () => {
  it.each([
    ["postgres", "docker.io/library/postgres:latest"],
    ["postgres:17.6-alpine", "docker.io/library/postgres:17.6-alpine"],
    ["index.docker.io/grafana/grafana:12", "docker.io/grafana/grafana:12"],
    ["localhost/app", "localhost/app:latest"],
    ["registry.example.com:5000/a/b:1", "registry.example.com:5000/a/b:1"],
    [`ghcr.io/a/b:1@${DIGEST}`, "ghcr.io/a/b:1"],
  ])("of %s is %s", (image, name) => {
    const canonical = canonicalImage(image);
    expect(canonical && canonicalName(canonical)).toBe(name);
  });

  it.each(["", "Postgres", "a b", "postgres:", "a@b", `a@${DIGEST}@${DIGEST}`, "${IMAGE}"])(
    "%j has none",
    image => {
      expect(canonicalImage(image)).toBeUndefined();
    },
  );

  it("is what a lock is looked up by", () => {
    const lock = { "docker.io/library/postgres:17": DIGEST };
    expect(pinnedImage("postgres:17", lock)).toBe(`postgres:17@${DIGEST}`);
    expect(pinnedImage("docker.io/postgres:17", lock)).toBe(`docker.io/postgres:17@${DIGEST}`);
    expect(pinnedImage("postgres:16", lock)).toBe("postgres:16");
    const own = `postgres:17@sha256:${"b".repeat(64)}`;
    expect(pinnedImage(own, lock)).toBe(own);
  });
});

describe("a lock beside the Compose file", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "towpath-lock-"));
    writeFileSync(
      join(folder, "compose.yaml"),
      `services:
  db: { image: "postgres:17" }
  web: { image: "example.com/web:1", build: . }
  cron:
    image: busybox:1.37
    volumes: [{ type: image, source: "alpine:3", target: /x }]
    pre_start: [{ command: [a], image: "redis:8" }]
`,
    );
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (text: string) => writeFileSync(join(folder, "towpath.lock.yaml"), text);
  const loaded = (ignoreLock = false) => load({ files: [join(folder, "compose.yaml")], ignoreLock });

  it("pins what is pulled, wherever it is named, and not what is built", () => {
    const images = ["library/alpine:3", "library/postgres:17", "library/redis:8"].map(
      name => `  docker.io/${name}: ${DIGEST}\n`,
    );
    write(`version: 1\nimages:\n${images.join("")}  example.com/web:1: ${DIGEST}\n`);
    const { app } = loaded();
    expect(pulledImages(app)).toEqual([
      `alpine:3@${DIGEST}`,
      "busybox:1.37",
      `postgres:17@${DIGEST}`,
      `redis:8@${DIGEST}`,
    ]);
    expect(app.services.web?.image).toBe("example.com/web:1");
    expect(pulledImages(loaded(true).app)).toEqual(["alpine:3", "busybox:1.37", "postgres:17", "redis:8"]);
  });

  it.each([
    ["images: {}\n", "towpath.lock.yaml: version: not a value it can take; write 1"],
    ["version: 1\nimages: { postgres: sha256:1 }\n", "towpath.lock.yaml: images.postgres: not a digest"],
    [
      `version: 1\nimages: { postgres: "${DIGEST}" }\n`,
      "towpath.lock.yaml: postgres: not an image's full name",
    ],
    ["version: [\n", "towpath.lock.yaml: : not YAML"],
    ["version: 1\nimages: {}\nextra: 1\n", "towpath.lock.yaml: extra: unknown key"],
  ])("that is wrong is refused: %j", (text, message) => {
    write(text);
    expect(() => loaded()).toThrow(InvalidInput);
    expect(() => loaded()).toThrow(message);
  });
});

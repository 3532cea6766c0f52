import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  SCANNER_EXCEPTIONS,
  withExceptions,
} from "../../../components/workloads/kubernetes/scanner-exceptions";
import { find, planOf } from "./plan-of";

const DIGEST = `@sha256:${"a".repeat(64)}`;
const healthcheck = { test: ["CMD", "true"] };
const annotationsOf = (...words: Parameters<typeof find>) => find(...words).metadata.annotations ?? {};
const ignoredIn = (service: Parameters<typeof planOf>[0][string]) =>
  annotationsOf(planOf({ web: service }), "Deployment", "web")["kube-score/ignore"];
const skippedIn = (service: Parameters<typeof planOf>[0][string]) =>
  Object.entries(annotationsOf(planOf({ web: service }), "Deployment", "web")).flatMap(([key, value]) =>
    key.startsWith("checkov.io/") ? [value.split("=")[0]] : [],
  );

describe("what scanners are told", () => {
  it("keeps what the Compose file tells them itself", () => {
    const own = { "checkov.io/skip1": "CKV_K8S_1=mine", "kube-score/ignore": "service-type", other: "x" };
    const all = withExceptions(["no liveness", "fixed image"], own);
    expect(all).toMatchObject({
      "checkov.io/skip1": "CKV_K8S_1=mine",
      "checkov.io/skip2": `CKV_K8S_8=${SCANNER_EXCEPTIONS["no liveness"].why}`,
      "kube-score/ignore": "container-image-pull-policy,service-type",
      other: "x",
    });
    expect(Object.keys(all)).toHaveLength(4);
    expect(withExceptions([], own)).toEqual(own);
  });

  it("excepts an image's policy only where a digest names it, or will", () => {
    const image = "ghcr.io/example/web:1";
    expect(ignoredIn({ image, user: "10001" })).toBeUndefined();
    expect(ignoredIn({ image: image + DIGEST, user: "10001" })).toBe("container-image-pull-policy");
    expect(ignoredIn({ build: { context: "." }, user: "10001" })).toBe("container-image-pull-policy");
    expect(ignoredIn({ image: image + DIGEST, pull_policy: "always" })).toBeUndefined();
  });

  it("excepts a missing liveness probe only where there is a health check", () => {
    expect(skippedIn({})).toEqual([]);
    expect(skippedIn({ healthcheck })).toEqual(["CKV_K8S_8"]);
    expect(skippedIn({ healthcheck, "x-towpath": { liveness: true } })).toEqual([]);
  });

  it("excepts a low user only where the image needs that one", () => {
    expect(skippedIn({ image: "memcached:1.6" })).toEqual([]);
    expect(skippedIn({ image: "redis:8" })).toEqual(["CKV_K8S_40"]);
    expect(skippedIn({ image: "redis:8", user: "redis" })).toEqual(["CKV_K8S_40"]);
    expect(skippedIn({ image: "redis:8", user: "1000" })).toEqual([]);
    expect(skippedIn({ image: "example.com/mine:1", user: "999" })).toEqual([]);
  });

  it("says nothing of it in pods, which would be made anew for it", () => {
    const { spec } = find(planOf({ web: { healthcheck } }), "Deployment", "web");
    expect(JSON.stringify(spec)).not.toMatch(/checkov|kube-score/);
  });

  it("has a reason for each that Checkov can read, and that the guide names", () => {
    const guide = readFileSync(join(__dirname, "../../../docs/kubernetes.md"), "utf8");
    for (const { why, ...checks } of Object.values(SCANNER_EXCEPTIONS)) {
      const ids = Object.values(checks).flatMap(one => [...one]);
      expect(why).not.toContain("=");
      expect(guide).toContain(`| ${ids.map(id => `\`${id}\``).join(", ")} | ${why} |`);
    }
  });
});

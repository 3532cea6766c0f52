import { describe, expect, it } from "vitest";
import { bundleDigest } from "../../../components/lib/bundle-digest";
import { renderBundle } from "../../../components/workloads/docker/render-bundle";
import { planOf } from "./plan-of";

const CANARY = "canary-5e1f";
const plan = planOf(
  {
    web: {
      build: { context: "/project/web" },
      environment: { API_KEY: CANARY },
      "x-towpath": { ingress: { port: 80 } },
    },
    db: { secrets: [{ source: "password" }], volumes: [{ type: "volume", source: "data", target: "/data" }] },
  },
  {
    volumes: { data: { name: "app_data" } },
    secrets: { password: { name: "app_password", file: "/project/password" } },
  },
);
const images = { web: `registry.example.com/web@sha256:${"1".repeat(64)}` };
const rows = (text: string | undefined, kind: string) =>
  (text ?? "")
    .split("\n")
    .map(line => line.split("\t"))
    .filter(([first]) => first === kind)
    .map(([, ...row]) => row);

describe("a release bundle", () => {
  const bundle = renderBundle(plan, images);

  it("holds no secret", () => {
    expect(JSON.stringify(bundle)).not.toContain(CANARY);
    expect(rows(bundle["release.tsv"], "secret")).toEqual([
      ["password", "-"],
      ["web/API_KEY", "-"],
    ]);
  });

  it("names built images by digest in .env alone", () => {
    expect(bundle[".env"]).toBe(`TOWPATH_IMAGE_WEB=${images.web}\nTOWPATH_LISTEN=127.0.0.1\n`);
    expect(bundle["compose.yaml"]).toContain("image: ${TOWPATH_IMAGE_WEB}");
  });

  it("needs an image for each service that is built", () => {
    expect(() => renderBundle(plan, {})).toThrow("no image was given for the built service web");
  });

  it("tells the host where its secrets stand", () => {
    const parameters = { password: "/towpath/app/dev/password:3" };
    const found = renderBundle(plan, images, { parameters });
    expect(rows(found["release.tsv"], "secret")).toContainEqual(["password", "/towpath/app/dev/password:3"]);
  });

  it("leaves the servers of each backend to the rollout", () => {
    expect(bundle["proxy/backends/web-80.yaml"]).toMatch(/\n {8}servers:\n$/);
  });

  it("has a row a service, in the order of the rollout, and its fingerprint", () => {
    expect(rows(bundle["release.tsv"], "service")).toEqual([
      ["web", "start-first", "1", "-", expect.stringMatching(/^[0-9a-f]{16}$/), "-"],
      ["db", "stop-first", "1", "-", expect.stringMatching(/^[0-9a-f]{16}$/), "-"],
      ["towpath-proxy", "stop-first", "1", "-", expect.stringMatching(/^[0-9a-f]{16}$/), "listens"],
    ]);
  });
});

describe("a service's fingerprint", () => {
  const fingerprints = (services: Parameters<typeof planOf>[0]) =>
    Object.fromEntries(
      rows(renderBundle(planOf(services), {})["release.tsv"], "service").map(row => [row[0], row[4]]),
    );

  it("changes with the service and not with others", () => {
    const before = fingerprints({ a: {}, b: {} });
    const after = fingerprints({ a: {}, b: { user: "1000" } });
    expect(after.a).toBe(before.a);
    expect(after.b).not.toBe(before.b);
  });
});

describe("a bundle's digest", () => {
  it("depends on names and contents, not on their order", () => {
    const digest = bundleDigest({ a: "1", b: "2" });
    expect(bundleDigest({ b: "2", a: "1" })).toBe(digest);
    expect(bundleDigest({ a: "2", b: "1" })).not.toBe(digest);
    expect(bundleDigest({ a: "1", c: "2" })).not.toBe(digest);
  });
});

import { describe, expect, it } from "vitest";
import { retiredChart, retiredImage } from "../../../components/lib/versions/retired";

describe("retiredImage", () => {
  it.each([
    "bitnami/redis",
    "docker.io/bitnami/redis:8",
    "minio/minio:latest",
    "registry.k8s.io/ingress-nginx/controller:v1.15.0@sha256:0",
  ])("knows %s", image => {
    expect(retiredImage(image, "2026-11-28")).toBeDefined();
  });

  it.each(["redis:8", "quay.io/minio/minio", "bitnamilegacy/redis", "example.com/bitnami/redis"])(
    "says nothing of %s",
    image => {
      expect(retiredImage(image, "2026-11-28")).toBeUndefined();
    },
  );

  it("retires nothing before its day", () => {
    expect(retiredImage("minio/minio", "2026-08-31")).toBeUndefined();
    expect(retiredImage("minio/minio", "2026-09-01")?.name).toContain("MinIO");
  });
});

describe("retiredChart", () => {
  it("tells a chart by its name and its repository", () => {
    expect(retiredChart("loki", "https://grafana.github.io/helm-charts", "2026-11-28")).toBeDefined();
    expect(
      retiredChart("loki", "https://grafana-community.github.io/helm-charts", "2026-11-28"),
    ).toBeUndefined();
    expect(retiredChart("ingress-nginx", "https://any.example.com", "2026-11-28")).toBeDefined();
  });
});

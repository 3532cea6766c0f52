// What a host asks of AWS, by the real boto3 of Ubuntu 24.04 against moto, which plays the parameter store, S3 and
// CloudWatch: secrets, backups off the host, and what the alarms look at.
import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { builtTool } from "../harness/equipment";
import { DockerWorld, missingEquipment } from "./harness/docker-world";
import { apply } from "./harness/host";
import { releaseOf } from "./harness/release";

const python = builtTool("moto") ?? "";
const missing = [missingEquipment(), python === "" ? ".ci/moto/build" : ""].filter(Boolean).join(", ");

const APP = `
name: shop
services:
  web:
    image: app.test/app:1
    command: [serve]
    environment: { TEXT: shop, DATA: /data }
    healthcheck: { test: [CMD, /bin/app, healthy], interval: 1s, timeout: 2s, retries: 3 }
    volumes: ["files:/data"]
    secrets: [token]
volumes: { files: { x-towpath: { backup: {} } } }
secrets: { token: { file: ./token.txt } }
`;

const BUCKET = "shop-backups";
const ENDPOINT = "http://127.0.0.1:5999";
const ENVIRONMENT = {
  AWS_ENDPOINT_URL: ENDPOINT,
  AWS_ACCESS_KEY_ID: "testing",
  AWS_SECRET_ACCESS_KEY: "testing",
  AWS_DEFAULT_REGION: "eu-central-1",
  TOWPATH_BACKUP_COPY: `s3://${BUCKET}/shop`,
  TOWPATH_CLOUDWATCH: "towpath/shop-dev",
};

describe.skipIf(missing !== "")(`a host's own calls of AWS (missing: ${missing || "nothing"})`, () => {
  // With an end that a shell would lose.
  const secret = `${randomBytes(12).toString("hex")}\n`;
  let world: DockerWorld;
  let moto: ChildProcess;
  beforeAll(async () => {
    world = new DockerWorld();
    world.loadImage("app.test/app:1");
    world.install("python3", `#!/bin/sh\nexec ${join(python, "python3")} "$@"\n`);
    moto = world.start([join(python, "moto_server"), "--host", "127.0.0.1", "--port", "5999"]);
    await vi.waitUntil(() => world.run([world.kit, "get", ENDPOINT]).status === 0, { timeout: 60_000 });
    asked(`ssm.put_parameter(Name="/shop/token", Value=${JSON.stringify(secret)}, Type="SecureString")
location = {"LocationConstraint": "eu-central-1"}
s3.create_bucket(Bucket="${BUCKET}", CreateBucketConfiguration=location)`);
    const options = { files: { "token.txt": "unused" }, parameters: { token: "/shop/token" } };
    expect(apply(world, releaseOf(world.folder, APP, options), ENVIRONMENT)).toMatchObject({ status: 0 });
  });
  afterAll(() => {
    moto?.kill();
    world?.close();
  });

  /** What a few lines of Python print, which stand for the account's owner. */
  const asked = (lines: string): string => {
    const clients = ["ssm", "s3", "cloudwatch"].map(name => `${name} = boto3.client("${name}")`).join("\n");
    const { status, stdout, stderr } = world.run(
      ["python3", "-c", `import boto3\n${clients}\n${lines}`],
      ENVIRONMENT,
    );
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };
  const rollout = (...args: string[]) => world.run(["/srv/towpath/towpath-rollout", ...args], ENVIRONMENT);
  const page = () => join(world.folder, "srv/towpath/volumes/files/page");
  const objects = () =>
    asked(`for item in s3.list_objects_v2(Bucket="${BUCKET}").get("Contents", []): print(item["Key"])`)
      .trim()
      .split("\n");

  it("brings a secret from the parameter store to the container, byte for byte", () => {
    expect(world.docker("exec", "shop-web-1", "/bin/app", "cat", "/run/secrets/token")).toBe(secret.trim());
    const path = join(world.folder, "srv/towpath/secrets/web/secrets/token");
    expect(world.run(["cat", path.replace(join(world.folder, "srv"), "/srv")]).stdout).toBe(secret);
  });

  it("copies a backup to the bucket, lists it there, and restores from it when the host has none", () => {
    writeFileSync(page(), "far");
    expect(rollout("backup", "files")).toMatchObject({ status: 0 });
    expect(objects().map(key => key.replace(/\d{8}T\d{6}Z/, "TIME"))).toEqual(
      expect.arrayContaining(["shop/volumes/files/TIME/SHA256SUMS"]),
    );
    world.run(["rm", "-rf", "/srv/towpath/backups"]);
    writeFileSync(page(), "lost");
    expect(rollout("backups", "files").stdout).toContain(`s3://${BUCKET}/shop`);
    const { status, stderr } = rollout("restore", "files");
    expect(status, stderr).toBe(0);
    expect(readFileSync(page(), "utf8")).toBe("far");
  });

  it("says so when the copy cannot be made", () => {
    const options = { ...ENVIRONMENT, TOWPATH_BACKUP_COPY: "s3://not-there/shop" };
    const { status, stderr } = world.run(["/srv/towpath/towpath-rollout", "backup", "files"], options);
    expect(status).toBe(1);
    expect(stderr).toContain("is here, but was not copied to s3://not-there/shop");
  });

  it("takes no copy of which a byte was changed", () => {
    world.run(["rm", "-rf", "/srv/towpath/backups"]);
    asked(`keys = [item["Key"] for item in s3.list_objects_v2(Bucket="${BUCKET}")["Contents"]]
for key in keys:
    if not key.endswith("SHA256SUMS"): s3.put_object(Bucket="${BUCKET}", Key=key, Body=b"poison")`);
    writeFileSync(page(), "here");
    const { status, stderr } = rollout("restore", "files");
    expect(status).toBe(1);
    expect(stderr).toContain(`in s3://${BUCKET}/shop`);
    expect(readFileSync(page(), "utf8")).toBe("here");
  });

  it("sends CloudWatch the figures that the alarms look at", () => {
    world.docker("stop", "shop-web-1");
    expect(rollout("metrics")).toMatchObject({ status: 0 });
    const lines = asked(`from datetime import datetime, timedelta
now, hour = datetime.utcnow(), timedelta(hours=1)
around = {"StartTime": now - hour, "EndTime": now + hour, "Period": 7200, "Statistics": ["Maximum"]}
for metric in cloudwatch.list_metrics(Namespace="towpath/shop-dev")["Metrics"]:
    named = {"Namespace": metric["Namespace"], "MetricName": metric["MetricName"]}
    print(metric["MetricName"], cloudwatch.get_metric_statistics(**named, **around)["Datapoints"][0]["Maximum"])`);
    const figures = Object.fromEntries(
      lines
        .trim()
        .split("\n")
        .map(line => line.split(" ")),
    );
    expect(figures).toMatchObject({ UnhealthyContainers: "1.0", BackupsOverdue: "0.0" });
    expect(Object.keys(figures).sort()).toEqual(["BackupsOverdue", "DiskUsedPercent", "UnhealthyContainers"]);
    expect(Number(figures.DiskUsedPercent)).toBeGreaterThan(0);
    expect(Number(figures.DiskUsedPercent)).toBeLessThan(100);
  });
});

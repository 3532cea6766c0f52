import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { load } from "../../components/app/load/load";
import { DockerWorld, missingEquipment } from "../docker/harness/docker-world";
import { ROOT } from "../harness/equipment";
import { kubectl, type Outcome, programs, tryKubectl } from "./harness/cluster";
import { archiveApp, giveApp, giveHelperImages } from "./harness/images";
import { planFor, rendered } from "./harness/rendered";
import { OUTSIDE, whoReachesWhom } from "./harness/who-reaches-whom";

const COMPOSE = join(ROOT, "test/cluster/app/networks.yaml");
const SERVICES = ["web", "api", "db", "loner", "plain", "offline"];
const NAMES = [...SERVICES, "backend"];

/** What the guide says is different: by both ends of a connection, whether it opens on Docker and on the cluster. */
const DIFFERENT: Readonly<Record<string, { readonly docker: boolean; readonly cluster: boolean }>> = {
  // An alias holds in the whole namespace, in Docker on its own network.
  "loner backend:8080": { docker: false, cluster: true },
  // An internal network of Docker still reaches the host's own addresses.
  [`db ${OUTSIDE.address}:${OUTSIDE.port}`]: { docker: true, cluster: false },
};

const missing = [programs === undefined ? ".ci/kube/build" : "", missingEquipment()]
  .filter(Boolean)
  .join(", ");
const why = missing === "" ? "" : ` (skipped: needs ${missing})`;

describe.skipIf(missing !== "")(`networks on real Docker and on a real cluster${why}`, () => {
  let server: Server;
  beforeAll(async () => {
    giveHelperImages();
    giveApp("one");
    execFileSync("ip", ["address", "replace", `${OUTSIDE.address}/32`, "dev", "tpnode0"]);
    server = createServer((_, answer) => answer.end("outside")).listen(OUTSIDE.port, OUTSIDE.address);
    await once(server, "listening");
  });
  afterAll(async () => {
    server?.close();
    await tryKubectl(["delete", "namespace", "crossroads", "--ignore-not-found", "--wait=false"]);
  });

  it("let the same services reach each other by the same names, but for what the guide says", async () => {
    const [docker, cluster] = [await onDocker(), await onCluster()];
    const different = Object.keys({ ...docker, ...cluster }).filter(both => docker[both] !== cluster[both]);
    expect(
      Object.fromEntries(different.map(both => [both, { docker: docker[both], cluster: cluster[both] }])),
    ).toEqual(DIFFERENT);
    // Both sides say something: neither everything nor nothing passes.
    expect(docker).toMatchObject({
      "web db:8080": true,
      "web backend:8080": true,
      "loner api:8080": true,
      "loner db:8080": false,
      [`web ${OUTSIDE.address}:${OUTSIDE.port}`]: true,
      "offline web:8080": false,
    });
  });
});

/** The table of a daemon of the test's own, under Docker Compose itself. */
async function onDocker() {
  const world = new DockerWorld();
  const folder = mkdtempSync(join(world.folder, "networks-"));
  try {
    archiveApp("one", join(folder, "image.tar"));
    world.docker("import", join(folder, "image.tar"), "towpath.test/app:one");
    copyFileSync(COMPOSE, join(folder, "compose.yaml"));
    const compose = ["docker", "compose", "--file", join(folder, "compose.yaml")];
    const up = world.run([...compose, "up", "--detach"]);
    if (up.status !== 0) throw new Error(up.stderr);
    const listen = [
      "busybox",
      "httpd",
      "-p",
      `${OUTSIDE.address}:${OUTSIDE.port}`,
      "-h",
      join(folder, "etc"),
    ];
    world.run(["sh", "-c", `mkdir ${folder}/etc && echo outside >${folder}/etc/version`]);
    world.run(listen);
    const exec = async (service: string, command: readonly string[]): Promise<Outcome> => {
      const { status, stdout, stderr } = world.run([...compose, "exec", "-T", service, ...command]);
      return { code: status, out: stdout, err: stderr };
    };
    return await whoReachesWhom(exec, SERVICES, NAMES);
  } finally {
    world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onCluster() {
  const { folder } = rendered(planFor(load({ files: [COMPOSE] })), () => "");
  try {
    await kubectl(["apply", "--filename", join(folder, "namespace.yaml")]);
    await kubectl(["apply", "--kustomize", folder]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const inside = ["--namespace", "crossroads"];
  for (const name of SERVICES)
    await kubectl([...inside, "rollout", "status", `deployment/${name}`, "--timeout=110s"]);
  const exec = (service: string, command: readonly string[]) =>
    tryKubectl([...inside, "exec", `deployment/${service}`, "--", ...command]);
  return whoReachesWhom(exec, SERVICES, NAMES);
}

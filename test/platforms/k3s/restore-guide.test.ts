// The commands that docs/targets.md gives for a restore, against what user data puts on the servers.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { PREPARE_SCRIPT } from "../../../components/platforms/k3s/user-data/prepare-script";
import { fileOf, filesOf, server } from "./k3s-fixture";

const GUIDE = readFileSync(resolve(__dirname, "../../../docs/targets.md"), "utf8");
const [, after = ""] = GUIDE.split("**Restore.**");
const [section = ""] = after.split("**Limits.**");
const commands = [...section.matchAll(/^```sh\n(.*?)^```/gms)].map(([, text = ""]) => text).join("\n");

const first = server();
const second = server({ servers: ["10.20.0.10"] });
const config = (text: string) => parse(fileOf(text, "/etc/rancher/k3s/config.yaml"));

describe("the guide to a restore", () => {
  it("stops and starts the unit that user data writes", () => {
    const units = [...commands.matchAll(/systemctl (?:stop|start) (\S+)/g)].map(([, unit]) => unit);
    expect(units.length).toBeGreaterThan(2);
    for (const unit of new Set(units))
      for (const text of [first, second])
        expect(filesOf(text)).toHaveProperty([`/etc/systemd/system/${unit}.service`]);
  });

  it("names no path that is not on a server", () => {
    const paths = [...section.matchAll(/(?<![\w./:])\/(?:run|usr|etc|var)\/[\w./-]*\w/g)].map(
      ([path]) => path,
    );
    expect(paths).toContain("/run/towpath/token");
    const etcd = "/var/lib/rancher/k3s/server/db";
    const known = [...Object.keys(filesOf(first)), config(first)["token-file"], etcd, `${etcd}.old`];
    expect(paths.filter(path => !known.includes(path))).toEqual([]);
    expect(PREPARE_SCRIPT).toContain(`>${config(first)["token-file"]}`);
  });

  it("leaves to the server's own configuration what it does not say itself", () => {
    expect(commands).toMatch(/^k3s server --cluster-reset --cluster-reset-restore-path=SNAPSHOT +#/m);
    expect(config(first)).toMatchObject({ "etcd-s3": true, "etcd-s3-region": "us-east-1" });
    expect(commands).toContain(`s3://BUCKET/${config(first)["etcd-s3-folder"]}/`);
    // K3s takes another data folder only when it is told to.
    expect(config(first)).not.toHaveProperty("data-dir");
  });

  it("has the other servers join, and only them", () => {
    expect(config(second)).not.toHaveProperty("cluster-init");
    expect(config(first)).toHaveProperty("cluster-init", true);
    expect(fileOf(second, "/etc/towpath/k3s.env")).toContain("SERVERS='10.20.0.10'");
  });
});

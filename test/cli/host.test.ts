import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { towpath } from "./towpath-process";

/** Programs in the place of `ssh` and `aws`, which write down how they were called. */
const SSH = `#!/bin/sh
printf '%s\\n' "$@" >"$TOOLS/called"
cat "$(printf '%s' "$2" | cut -d = -f 2)" >"$TOOLS/known"
echo done on the host
exit "\${STATUS:-0}"
`;
const AWS = `#!/bin/sh
printf '%s\\n' "$@" >>"$TOOLS/called"
case $2 in
send-command) echo "\${ID-command-1}" ;;
*)
  [ -e "$TOOLS/asked" ] || { touch "$TOOLS/asked"; echo '{"CommandInvocations": []}'; exit; }
  cat "$TOOLS/answer.json" ;;
esac
`;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "towpath-host-"));
  for (const [name, text] of Object.entries({ ssh: SSH, aws: AWS })) {
    writeFileSync(join(folder, name), text);
    chmodSync(join(folder, name), 0o755);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const called = () => readFileSync(join(folder, "called"), "utf8").trim().split("\n");
const host = {
  kind: "ssh",
  address: "pi.example.com",
  port: 2222,
  user: "pi",
  hostKey: "pi.example.com ssh-ed25519 AAAAKey comment",
};
const OVER_SSH = [
  "--config",
  "registry={kind: self-hosted, address: registry.example.com}",
  "--config",
  `docker.host=${JSON.stringify(host)}`,
];
const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
  for (const name of ["called", "asked"]) rmSync(join(folder, name), { force: true });
  return towpath(args, {
    PATH: `${folder}:${process.env.PATH}`,
    TOOLS: folder,
    TOWPATH_POLL_MS: "1",
    ...env,
  });
};
const answers = (Status: string, Output: string, ResponseCode: number) =>
  writeFileSync(
    join(folder, "answer.json"),
    JSON.stringify({
      CommandInvocations: [{ InstanceId: "i-1", Status, CommandPlugins: [{ Output, ResponseCode }] }],
    }),
  );

describe("a host over SSH", () => {
  it("is reached with the settings' host key alone", async () => {
    const { code, stdout } = await run(["restore", "db", "--at", "20261128T030000Z", ...OVER_SSH]);
    expect([code, stdout]).toEqual([0, "done on the host\n"]);
    expect(called().slice(2)).toEqual([
      ...["-p", "2222", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes", "pi@pi.example.com", "--"],
      "sudo -n /srv/towpath/towpath-rollout restore db 20261128T030000Z",
    ]);
    expect(readFileSync(join(folder, "known"), "utf8")).toBe("[pi.example.com]:2222 ssh-ed25519 AAAAKey\n");
  });

  it("that fails is told by the exit code", async () => {
    expect((await run(["drill", "all", ...OVER_SSH], { STATUS: "1" })).code).toBe(4);
    expect(called().at(-1)).toBe("sudo -n /srv/towpath/towpath-rollout drill");
  });
});

describe("an instance", () => {
  it("is found by its stack's tags, and waited for", async () => {
    answers("Success", "services/db\t20261128T030000Z\there\n", 0);
    const { code, stdout } = await run(["backup", "services/db", "--list"]);
    expect([code, stdout]).toEqual([0, "services/db\t20261128T030000Z\there\n"]);
    expect(called()).toEqual(
      expect.arrayContaining([
        "send-command",
        "us-east-1",
        "Key=tag:towpath:project,Values=shop",
        "Key=tag:towpath:stack,Values=dev",
        '{"commands":["/srv/towpath/towpath-rollout backups services/db"],"executionTimeout":["7200"]}',
        "list-command-invocations",
        "command-1",
      ]),
    );
  });

  it("that fails is told by the exit code, and says why", async () => {
    answers("Failed", "the backup is damaged\n", 1);
    const { code, stdout } = await run(["drill", "db"]);
    expect([code, stdout]).toEqual([4, "the backup is damaged\n"]);
  });

  it("that is not there is a problem, and so is a CLI that is not logged in or not installed", async () => {
    writeFileSync(join(folder, "answer.json"), '{"CommandInvocations": []}');
    expect((await run(["backup", "db"])).stderr).toContain("aws: finds no instance of this stack");
    expect((await run(["backup", "db"], { ID: "" })).stderr).toContain("aws: did not send the command");
    const node = join(process.execPath, "..");
    const { code, stderr } = await towpath(["backup", "db"], { PATH: node });
    expect(code).toBe(1);
    expect(stderr).toContain("aws: is not installed here; install the AWS CLI");
  });

  it("is left alone when only the command is asked for", async () => {
    const { stdout } = await run(["backup", "db", "--print"]);
    expect(stdout).toMatch(/^aws ssm send-command --region us-east-1 .*'\{"commands":.*\n$/);
    expect(() => called()).toThrow();
  });
});

describe("a name", () => {
  it.each(["db;reboot", "$(reboot)", "../etc", "a b", "volumes/../x"])("%j is refused", async name => {
    const { code, stderr } = await run(["restore", name]);
    expect(code).toBe(1);
    expect(stderr).toContain("is not a name");
  });

  it("needs a Docker host", async () => {
    const { code, stderr } = await run(["backup", "db", "--stack", "staging"]);
    expect(code).toBe(1);
    expect(stderr).toContain("k3s, which has no Docker host");
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Context } from "../context";
import type { HostCommand } from "./host-command";
import { runProgram } from "./run-program";

/** Runs a command over SSH, and trusts no host key but the settings'. Its exit code is the command's, 255 SSH's own. */
export async function runSsh(
  command: Extract<HostCommand, { kind: "ssh" }>,
  { write }: Context,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "towpath-ssh-"));
  try {
    const file = join(folder, "known_hosts");
    writeFileSync(file, command.knownHost, { mode: 0o600 });
    const [ssh = "", ...rest] = command.argv;
    const { status } = await runProgram([ssh, "-o", `UserKnownHostsFile=${file}`, ...rest], write);
    return status;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

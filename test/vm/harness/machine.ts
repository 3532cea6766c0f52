import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { builtTool, ROOT } from "../../harness/equipment";
import { Agent, type Outcome } from "./agent";

/** How long a machine may take until it can be spoken to, beside whatever else runs. */
const BOOT_SECONDS = 900;

const TOOLS = join(ROOT, ".ci/vm");

/** What is missing for a virtual machine; empty when nothing is. */
export function missingEquipment(): string {
  const programs = ["qemu-system-x86_64", "qemu-img", "genisoimage"];
  const absent = programs.filter(program => spawnSync("which", [program]).status !== 0);
  const unbuilt = (["docker", "vm"] as const).filter(name => builtTool(name) === undefined);
  return [...absent, ...unbuilt.map(name => `.ci/${name}/build`)].join(", ");
}

export interface MachineFiles {
  /** From an image that has the packages already; else they are installed at the first boot. */
  readonly installed: boolean;
  /** Path of the user data. */
  readonly userData: string;
  /** A folder that the guest sees as `/media/towpath`. */
  readonly files: string;
  /** Serial numbers of the data disks, which other machines of the same parent folder may have after this one. */
  readonly disks: readonly string[];
}

/** A Debian machine without a network, which finds its user data as in a cloud. */
export class Machine {
  private readonly agent: Agent;
  private port = "";

  constructor(
    private readonly folder: string,
    private readonly given: MachineFiles,
  ) {
    this.agent = new Agent(join(folder, "agent.sock"));
  }

  /** Boots it, and waits until it can be spoken to. */
  async start(): Promise<void> {
    const { installed, userData, files, disks } = this.given;
    mkdirSync(this.folder, { recursive: true });
    const options = [...(installed ? ["--installed"] : []), this.folder, userData, files, ...disks];
    this.port = execFileSync(join(TOOLS, "start"), options, { encoding: "utf8" }).trim();
    await this.agent.ready(BOOT_SECONDS);
  }

  /** Has it shut down and boot again, as an operator does. */
  async reboot(): Promise<void> {
    const before = await this.text("cat /proc/sys/kernel/random/boot_id");
    await this.run("systemctl reboot --no-block");
    for (let tries = 0; tries < 60; tries += 1) {
      await this.agent.ready(BOOT_SECONDS);
      const after = await this.run("cat /proc/sys/kernel/random/boot_id").catch(() => undefined);
      if (after?.status === 0 && after.stdout.trim() !== before) return;
    }
    throw new Error("the machine did not reboot");
  }

  /** Ends it as a power cut does. */
  cutPower(): void {
    this.agent.close();
    execFileSync(join(TOOLS, "stop"), [this.folder]);
  }

  /** Runs a shell script as root. */
  run(script: string, seconds?: number): Promise<Outcome> {
    return this.agent.run(script, seconds);
  }

  /** What a shell script prints; throws when it fails. */
  async text(script: string, seconds?: number): Promise<string> {
    const { status, stdout, stderr } = await this.run(script, seconds);
    if (status !== 0) throw new Error(`${script}: exit code ${status}: ${stderr}${stdout}`);
    return stdout.trim();
  }

  /** What its port 80 answers this machine, or why it does not. */
  async answer(path: string): Promise<string> {
    const url = `http://127.0.0.1:${this.port}${path}`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) }).catch(String);
    return typeof answer === "string" ? answer : `${answer.status} ${await answer.text()}`;
  }

  /** Puts a copy of the serial console where it outlives the test, and says what it held. */
  keepConsole(file: string): string {
    mkdirSync(dirname(file), { recursive: true });
    const console = join(this.folder, "console.log");
    copyFileSync(console, file);
    return readFileSync(console, "utf8");
  }
}

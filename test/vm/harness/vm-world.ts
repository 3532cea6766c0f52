import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROXY_IMAGE } from "../../../components/workloads/docker/plan/proxy-service";
import { builtTool, ROOT } from "../../harness/equipment";
import { Machine } from "./machine";
import { type RenderedStack, renderStack } from "./rendered-stack";

/** Where the serial console's log of each machine stays after the tests. */
export const CONSOLES = join(ROOT, "out/vm");

export interface WorldFiles {
  /** The app's files, `compose.yaml` among them. */
  readonly app: Readonly<Record<string, string>>;
  /** Its secrets' values. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Names of images that machines can load; they hold the program of `.ci/docker`. */
  readonly images: readonly string[];
}

/** A stack with a Docker host, as far as it needs no cloud: its machines, one after the other, and their disks. */
export class VmWorld {
  private readonly machines = new Map<string, Machine>();

  private constructor(
    readonly stack: RenderedStack,
    private readonly folder: string,
  ) {}

  static async open({ app, secrets, images }: WorldFiles): Promise<VmWorld> {
    const folder = mkdtempSync(join(tmpdir(), "towpath-vm-"));
    mkdirSync(join(folder, "app"));
    mkdirSync(join(folder, "files"));
    for (const [name, text] of Object.entries(app)) writeFileSync(join(folder, "app", name), text);
    const stack = await renderStack(join(folder, "app"), secrets);
    writeFileSync(join(folder, "user-data"), stack.userData);
    writeFileSync(join(folder, "files/archive.json"), stack.archive.text);
    writeFileSync(join(folder, "files/parameters.json"), JSON.stringify(stack.parameters));
    const kit = join(builtTool("docker") ?? "", "towpath-kit");
    // A variable of its own makes each another image.
    const image = (file: string, name: string, program: string) =>
      execFileSync(kit, ["image", join(folder, "files", file), name, program, `IMAGE=${name}`]);
    image("image-proxy.tar", PROXY_IMAGE, "/bin/traefik");
    for (const [index, name] of images.entries()) image(`image-${index}.tar`, name, "/bin/app");
    return new VmWorld(stack, folder);
  }

  /** A machine that boots with the stack's user data and its data disks, once cloud-init is done with it. */
  async boot(name: string, { installed = false } = {}): Promise<Machine> {
    const machine = new Machine(join(this.folder, name), {
      installed,
      userData: join(this.folder, "user-data"),
      files: join(this.folder, "files"),
      disks: Object.values(this.stack.disks),
    });
    this.machines.set(name, machine);
    await machine.start();
    await machine.run("cloud-init status --wait", 1500);
    await machine.text(
      "for image in /media/towpath/image-*.tar; do docker load --quiet --input $image; done",
    );
    return machine;
  }

  /** What SSM does for a release: it puts the archive in its place and runs the document's script. */
  async rollOut(machine: Machine): Promise<string> {
    const incoming = "/var/lib/towpath/incoming";
    const archive = `${incoming}/${this.stack.archive.digest}.json`;
    await machine.text(`mkdir -p ${incoming} && cp /media/towpath/archive.json ${archive}`);
    const { status, stderr } = await machine.run(this.stack.rollout, 1200);
    if (status !== 0) throw new Error(stderr);
    return stderr;
  }

  /** Ends all machines and keeps their consoles, by name. */
  close(): Readonly<Record<string, string>> {
    const consoles: Record<string, string> = {};
    for (const [name, machine] of this.machines) {
      machine.cutPower();
      consoles[name] = machine.keepConsole(join(CONSOLES, `${name}.console.log`));
    }
    rmSync(this.folder, { recursive: true });
    return consoles;
  }
}

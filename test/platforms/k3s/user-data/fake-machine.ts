import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const MOVED = ["/etc/", "/run/", "/var/", "/usr/local/"];

/** A folder that stands for a node's disk, with tools of our own before those of this machine. */
export class FakeMachine {
  readonly root = mkdtempSync(join(tmpdir(), "node-"));

  /** Puts a program where scripts find it by name. */
  tool(name: string, body: string, shebang = "#!/bin/sh"): void {
    this.write(`/bin/${name}`, `${shebang}\n${this.moved(body)}\n`);
    chmodSync(join(this.root, "bin", name), 0o755);
  }

  /** Puts a program at a path of the node. */
  program(path: string, text: string): void {
    this.write(path, this.moved(text));
    chmodSync(join(this.root, path), 0o755);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  /** The text of a file; empty when it is not there. */
  read(path: string): string {
    const file = join(this.root, path);
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  }

  run(script: string, ...args: string[]) {
    this.program("/script", script);
    return spawnSync(join(this.root, "script"), args, {
      encoding: "utf8",
      timeout: 20_000,
      env: { PATH: `${join(this.root, "bin")}:${process.env.PATH}`, PYTHONPATH: join(this.root, "python") },
    });
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }

  private moved(text: string): string {
    return MOVED.reduce(
      (result, path) => result.replaceAll(new RegExp(`(?<![\\w.-])${path}`, "g"), `${this.root}${path}`),
      text.replace("#!/usr/bin/python3", "#!/usr/bin/env python3"),
    );
  }
}

import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

const REPLY = z.looseObject({
  return: z.unknown().optional(),
  error: z.object({ desc: z.string() }).optional(),
});
const STARTED = z.object({ pid: z.number() });
const STATUS = z.object({
  exited: z.boolean(),
  exitcode: z.number().optional(),
  "out-data": z.string().optional(),
  "err-data": z.string().optional(),
});

/** How a command in the guest ended. */
export interface Outcome {
  /** Undefined when a signal ended it. */
  readonly status: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** QEMU's guest agent, over the socket of a machine's serial port: commands without a network or a login. */
export class Agent {
  private socket: Socket | undefined;
  private text = "";
  private waiting: ((line: string) => void) | undefined;

  constructor(private readonly path: string) {}

  /** Waits until the guest's agent answers, for so many seconds at most. */
  async ready(seconds: number): Promise<void> {
    const end = Date.now() + seconds * 1000;
    for (let id = 1; ; id += 1) {
      const isMine = (line: string) => line.trim() === `{"return": ${id}}`;
      const request = JSON.stringify({ execute: "guest-sync", arguments: { id } });
      const answer = await this.answerTo(request, 5, isMine).catch(() => undefined);
      if (answer !== undefined) return;
      if (Date.now() > end) throw new Error(`the machine did not answer in ${seconds} s`);
      await sleep(1000);
    }
  }

  /** Runs a shell script as root, for so many seconds at most. */
  async run(script: string, seconds = 300): Promise<Outcome> {
    const command = { path: "/bin/sh", arg: ["-c", script], "capture-output": true };
    const { pid } = STARTED.parse(await this.ask("guest-exec", command));
    const end = Date.now() + seconds * 1000;
    while (Date.now() < end) {
      const status = STATUS.parse(await this.ask("guest-exec-status", { pid }));
      if (status.exited) {
        return {
          status: status.exitcode,
          stdout: decoded(status["out-data"]),
          stderr: decoded(status["err-data"]),
        };
      }
      await sleep(250);
    }
    throw new Error(`not done in ${seconds} s: ${script}`);
  }

  close(): void {
    this.socket?.destroy();
    this.socket = undefined;
  }

  private async ask(execute: string, parameters: unknown, seconds = 60): Promise<unknown> {
    const line = await this.answerTo(JSON.stringify({ execute, arguments: parameters }), seconds);
    const reply = REPLY.parse(JSON.parse(line));
    if (reply.error !== undefined) throw new Error(`${execute}: ${reply.error.desc}`);
    return reply.return;
  }

  /** The next line after a request that is its answer; a connection that does not bring one is given up. */
  private answerTo(request: string, seconds: number, isAnswer = (_: string) => true): Promise<string> {
    this.socket ??= this.opened();
    const { socket } = this;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.close();
        reject(new Error(`no answer in ${seconds} s to ${request.slice(0, 200)}`));
      }, seconds * 1000);
      this.waiting = line => {
        // While the guest boots, requests and their answers pile up.
        if (!isAnswer(line)) return;
        this.waiting = undefined;
        clearTimeout(timer);
        resolve(line);
      };
      socket.write(`${request}\n`);
    });
  }

  private opened(): Socket {
    const socket = connect(this.path);
    this.text = "";
    socket.on("error", () => this.close());
    socket.on("data", data => {
      this.text += String(data);
      const lines = this.text.split("\n");
      this.text = lines.pop() ?? "";
      for (const line of lines) this.waiting?.(line);
    });
    return socket;
  }
}

function decoded(base64 = ""): string {
  return Buffer.from(base64, "base64").toString("utf8");
}

import { spawn } from "node:child_process";
import { InvalidInput } from "../../components/lib/issues";

export interface Ended {
  /** 255 when a signal ended it. */
  readonly status: number;
  readonly stdout: string;
}

/** Where to have a program that is not here. */
const GET: Readonly<Record<string, string>> = {
  aws: "install the AWS CLI, version 2, and log in; or run the command that --print shows elsewhere",
  ssh: "install an OpenSSH client; or run the command that --print shows elsewhere",
};

/**
 * Runs a program whose standard error is the user's. Its standard output is handed on as it comes, or kept.
 * @throws InvalidInput when the program is not installed
 */
export function runProgram(argv: readonly string[], write?: (text: string) => void): Promise<Ended> {
  const [program = "", ...args] = argv;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
    let stdout = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      if (write === undefined) stdout += text;
      else write(text);
    });
    child.on("error", (error: NodeJS.ErrnoException) => {
      const instead = GET[program] ?? "install it";
      const issue = { path: program, wrong: "is not installed here", instead };
      reject(error.code === "ENOENT" ? new InvalidInput([issue]) : error);
    });
    child.on("close", status => resolve({ status: status ?? 255, stdout }));
  });
}

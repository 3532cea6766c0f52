import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RULES } from "../../policies/rules";
import { ROOT } from "../harness/equipment";

interface Info {
  getPoliciesList(): readonly { getName(): string }[];
}
type Answer = (error: Error | null, info: Info) => void;
interface Analyzer {
  getAnalyzerInfo(request: object, answer: Answer): void;
}

/** A client as the engine has one; the SDK's declarations leave it out. */
function analyzerAt(port: number): { client: Analyzer; nothing: object } {
  const sdk = createRequire(join(ROOT, "node_modules/@pulumi/pulumi/package.json"));
  const { AnalyzerClient } = sdk("./proto/analyzer_grpc_pb") as {
    AnalyzerClient: new (address: string, credentials: object) => Analyzer;
  };
  const { credentials } = sdk("@grpc/grpc-js") as { credentials: { createInsecure(): object } };
  const { Empty } = sdk("google-protobuf/google/protobuf/empty_pb") as { Empty: new () => object };
  return {
    client: new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure()),
    nothing: new Empty(),
  };
}

describe("the pack as a package", () => {
  let folder = "";
  let unpacked = "";
  let files: readonly string[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "towpath-pack-"));
    // Another test may be compiling the checkout's own.
    const source = join(folder, "source");
    for (const part of ["policies", "pricing", "components/lib"])
      cpSync(join(ROOT, part), join(source, part), {
        recursive: true,
        filter: path => !path.endsWith("/dist"),
      });
    symlinkSync(join(ROOT, "node_modules"), join(source, "node_modules"));
    execFileSync("npm", ["pack", "./policies", "--pack-destination", folder, "--silent"], { cwd: source });
    const [file = ""] = readdirSync(folder).filter(name => name.endsWith(".tgz"));
    execFileSync("tar", ["-xzf", file], { cwd: folder });
    unpacked = join(folder, "package");
    files = readdirSync(unpacked, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ name }) => name);
    // What its peers are, and nothing else of the checkout.
    mkdirSync(join(unpacked, "node_modules"));
    symlinkSync(join(ROOT, "node_modules/@pulumi"), join(unpacked, "node_modules/@pulumi"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("holds what the engine looks for, and no more", () => {
    expect([...files].sort()).toEqual(["PulumiPolicy.yaml", "index.js", "package.json"]);
  });

  it("serves every rule outside of the checkout", async () => {
    const settings = { "towpath:environment": "prod", "towpath:policies": '{"requiredTags":["owner"]}' };
    const child = spawn(process.execPath, ["dist/index.js"], {
      cwd: unpacked,
      env: { PATH: process.env.PATH, PULUMI_CONFIG: JSON.stringify(settings), PULUMI_NODEJS_STACK: "prod" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const ended = once(child, "close").then(([code]) => {
        throw new Error(`the pack ended with exit code ${code}`);
      });
      const printed = await Promise.race([once(child.stdout, "data").then(String), ended]);
      const { client, nothing } = analyzerAt(Number(printed));
      const info = await new Promise<Info>((done, fail) =>
        client.getAnalyzerInfo(nothing, (error, answer) => (error === null ? done(answer) : fail(error))),
      );
      const names = info.getPoliciesList().map(policy => policy.getName());
      expect(names).toEqual(["resource-inputs", "not-evaluated", ...RULES.map(({ id }) => id)]);
    } finally {
      child.removeAllListeners("close");
      child.kill();
    }
  });
});

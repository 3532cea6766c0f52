import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RULES } from "../../policies/rules";
import { ROOT } from "../harness/equipment";

interface Info {
  getPoliciesList(): readonly { getName(): string; getEnforcementlevel(): number }[];
}
interface Diagnostics {
  getDiagnosticsList(): readonly { getPolicyname(): string }[];
}
interface Remediations {
  getRemediationsList(): readonly object[];
}
type Answer<T> = (error: Error | null, answer: T) => void;
interface Analyzer {
  getAnalyzerInfo(request: object, answer: Answer<Info>): void;
  analyze(request: object, answer: Answer<Diagnostics>): void;
  remediate(request: object, answer: Answer<Remediations>): void;
}

const sdk = createRequire(join(ROOT, "node_modules/@pulumi/pulumi/package.json"));

/** A client as the engine has one; the SDK's declarations leave it out. */
function analyzerAt(port: number): { client: Analyzer; nothing: object } {
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

/** What the engine asks of a resource with these inputs. */
function asked(type: string, inputs: Record<string, unknown>): object {
  const { AnalyzeRequest, AnalyzerResourceOptions } = sdk("./proto/analyzer_pb") as {
    AnalyzeRequest: new () => Record<
      "setType" | "setUrn" | "setProperties" | "setOptions",
      (value: unknown) => void
    >;
    AnalyzerResourceOptions: new () => object;
  };
  const { Struct } = sdk("google-protobuf/google/protobuf/struct_pb") as {
    Struct: { fromJavaScript(value: object): object };
  };
  const request = new AnalyzeRequest();
  request.setType(type);
  request.setUrn(`urn:pulumi:prod::shop::${type}::one`);
  request.setProperties(Struct.fromJavaScript(inputs));
  request.setOptions(new AnalyzerResourceOptions());
  return request;
}

/** How the engine writes that a value is an asset. */
const ASSET = { "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17" };

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
    // What its peer is, and nothing else of the checkout.
    mkdirSync(join(unpacked, "node_modules/@pulumi"), { recursive: true });
    symlinkSync(join(ROOT, "node_modules/@pulumi/pulumi"), join(unpacked, "node_modules/@pulumi/pulumi"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("holds what the engine looks for, and no more", () => {
    expect([...files].sort()).toEqual(["PulumiPolicy.yaml", "index.js", "package.json"]);
  });

  it("loads no more of its peer than it uses", () => {
    const loaded = 'Object.keys(require.cache).filter(path => path.includes("/@pulumi/pulumi/"))';
    const program = `require("./dist/index.js"); console.error(JSON.stringify(${loaded})); process.exit()`;
    const env = { PATH: process.env.PATH, PULUMI_NODEJS_STACK: "prod" };
    const { stderr } = spawnSync(process.execPath, ["-e", program], { cwd: unpacked, env, encoding: "utf8" });
    const paths: readonly string[] = JSON.parse(stderr);
    expect(paths.filter(path => path.endsWith("/proto/analyzer_pb.js"))).toHaveLength(1);
    expect(paths.filter(path => path.includes("/automation/"))).toEqual([]);
  });

  it("serves every rule outside of the checkout, strictly where it is told no stack", async () => {
    const child = spawn(process.execPath, ["dist/index.js"], {
      cwd: unpacked,
      env: { PATH: process.env.PATH },
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const ended = once(child, "close").then(([code]) => {
        throw new Error(`the pack ended with exit code ${code}`);
      });
      const printed = await Promise.race([once(child.stdout, "data").then(String), ended]);
      const { client, nothing } = analyzerAt(Number(printed));
      const answered = <T>(ask: (answer: Answer<T>) => void) =>
        new Promise<T>((done, fail) => {
          ask((error, answer) => (error === null ? done(answer) : fail(error)));
        });
      const info = await answered<Info>(answer => client.getAnalyzerInfo(nothing, answer));
      const policies = info.getPoliciesList();
      const names = policies.map(policy => policy.getName());
      expect(names).toEqual(["resource-inputs", "not-evaluated", ...RULES.map(({ id }) => id)]);
      const { EnforcementLevel } = sdk("./proto/analyzer_pb") as { EnforcementLevel: { MANDATORY: number } };
      const mandatoryOutsideDev = policies.find(policy => policy.getName() === "log-retention");
      expect(mandatoryOutsideDev?.getEnforcementlevel()).toBe(EnforcementLevel.MANDATORY);
      const request = asked("aws:s3/bucketObject:BucketObject", {
        source: { ...ASSET, text: "hello" },
        tags: { password: "open sesame" },
      });
      const changed = await answered<Remediations>(answer => client.remediate(request, answer));
      expect(changed.getRemediationsList()).toEqual([]);
      const said = await answered<Diagnostics>(answer => client.analyze(request, answer));
      expect(said.getDiagnosticsList().map(one => one.getPolicyname())).toEqual(["no-secret-in-tags"]);
    } finally {
      child.removeAllListeners("close");
      child.kill();
    }
  });
});

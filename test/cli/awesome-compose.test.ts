import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, towpathEach } from "./towpath-process";

const CORPUS = resolve(ROOT, "../shared/compose-corpus/awesome-compose");
const STACKS = ["dev", "staging", "prod"];
/** What needs Docker's socket or a WebAssembly runtime, which no target has. */
const REFUSED = ["portainer", "traefik-golang", "wasmedge-kafka-mysql", "wasmedge-mysql-nginx"];

const here = existsSync(CORPUS);
const title = here ? "awesome-compose" : "awesome-compose (skipped: the shared corpus is not here)";

describe.skipIf(!here)(title, () => {
  it("previews on all targets, or is refused by name with what to write instead", async () => {
    const files = readdirSync(CORPUS)
      .flatMap(app => ["compose.yaml", "compose.yml"].map(name => ({ app, file: join(CORPUS, app, name) })))
      .filter(({ file }) => existsSync(file));
    const out = mkdtempSync(join(tmpdir(), "towpath-corpus-"));
    const commands = files.flatMap(({ file }) =>
      STACKS.map(stack => ["preview", "--stack", stack, "--compose", file, "--out", out]),
    );
    const ended = await towpathEach(commands);
    rmSync(out, { recursive: true });
    const table = files.map(({ app }, row) => ({
      app,
      codes: STACKS.map((_, column) => ended[row * STACKS.length + column]?.code),
    }));
    console.log(table.map(({ app, codes }) => `${app.padEnd(32)}${codes.join("  ")}`).join("\n"));
    expect(table).toHaveLength(39);
    expect(table).toEqual(
      table.map(({ app }) => ({ app, codes: STACKS.map(() => (REFUSED.includes(app) ? 1 : 0)) })),
    );
    for (const { code, stderr, stdout } of ended) {
      expect(stderr).not.toMatch(/^\s+at /m);
      if (code === 1) expect(stderr).toMatch(/^error services\.\w+\.[\w[\]]+: .+; .+/);
      expect(stdout.split("\n").filter(line => line.length > 100)).toEqual([]);
    }
  }, 600_000);
});

// Makes one CommonJS file of the command line and writes down what it was made from.
import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";

/** What the bundle depends on beside the sources that esbuild names. */
const OWN_INPUTS = ["cli/launch/bundle.mjs", "package-lock.json", "tsconfig.json"];

/** Writes `<cache>/<key>/cli.cjs` and the manifest; returns the bundle's path. */
export async function bundle(root, cache) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["cli/main.ts"],
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    // Pulumi and its SDKs must be one instance, and the client of AWS is there for who installs it; all else starts
    // faster from one file than from many.
    external: ["@pulumi/*", "@aws-sdk/*"],
    plugins: [sdksOnce(root)],
    mainFields: ["module", "main"],
    // Read as bytes, and compiled apart from Node's loader, which is what an import at run time would need.
    charset: "ascii",
    supported: { "dynamic-import": false },
    minifyWhitespace: true,
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  const inputs = Object.fromEntries(
    [...sourcesOf(metafile), ...OWN_INPUTS].map(path => {
      const { mtimeMs, size } = statSync(join(root, path));
      return [path, [mtimeMs, size]];
    }),
  );
  const [{ contents }] = outputFiles;
  const key = createHash("sha256").update(contents).digest("hex").slice(0, 16);
  writeWhole(join(cache, key, "cli.cjs"), contents);
  const before = readdirSync(cache, { withFileTypes: true });
  writeWhole(join(cache, "manifest.json"), JSON.stringify({ bundle: `${key}/cli.cjs`, inputs }));
  forgetOld(cache, before, key);
  return join(cache, key, "cli.cjs");
}

const ONCE = "sdk";

/** Has the members of an SDK copied once, and not for each file that imports it: they are hundreds. */
function sdksOnce(root) {
  const setup = ({ onResolve, onLoad }) => {
    onResolve({ filter: /^@pulumi\/[\w-]+$/ }, ({ path, namespace }) =>
      namespace === ONCE ? { path, external: true } : { path, namespace: ONCE },
    );
    onLoad({ filter: /./, namespace: ONCE }, ({ path }) => ({
      contents: `export * from ${JSON.stringify(path)};`,
      resolveDir: root,
    }));
  };
  return { name: ONCE, setup };
}

/** Packages change only with the lockfile. */
function sourcesOf(metafile) {
  return Object.keys(metafile.inputs).filter(
    path => !path.includes("node_modules/") && !path.startsWith(`${ONCE}:`),
  );
}

/** Writes beside and renames, so that another process sees the old file or the new one, never a half. */
function writeWhole(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}`;
  writeFileSync(temporary, contents);
  renameSync(temporary, path);
}

/** Bundles older than an hour, which no starting process can be about to load. */
function forgetOld(cache, entries, key) {
  const old = Date.now() - 3_600_000;
  for (const entry of entries) {
    const path = join(cache, entry.name);
    const isBundle = entry.isDirectory() && /^[0-9a-f]{16}$/.test(entry.name) && entry.name !== key;
    if (isBundle && statSync(path, { throwIfNoEntry: false })?.mtimeMs < old)
      rmSync(path, { recursive: true, force: true });
  }
}

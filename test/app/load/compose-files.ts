import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { load } from "../../../components/app/load/load";
import type { Loaded, LoadRequest } from "../../../components/app/load/loaded";
import { InvalidInput } from "../../../components/lib/issues";

/** Writes files into a folder of their own, which is gone after the test. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "towpath-load-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Loads `compose.yaml` of some files, or those that are named. */
export function loadFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  request: Partial<LoadRequest> = {},
): Loaded & { readonly folder: string } {
  const folder = folderOf(files);
  const named = (request.files ?? ["compose.yaml"]).map(file => join(folder, file));
  return { ...load({ projectName: "demo", ...request, files: named }), folder };
}

export function loadText(
  text: string,
  request: Partial<LoadRequest> = {},
): Loaded & { readonly folder: string } {
  return loadFiles({ "compose.yaml": text }, request);
}

/** The problems of input that must be refused, each as `path: what is wrong; what to write instead`. */
export function problemsOf(run: () => unknown): string[] {
  return issuesOf(run).map(({ path, wrong, instead }) => `${path}: ${wrong}; ${instead}`);
}

export function issuesOf(run: () => unknown): InvalidInput["issues"] {
  try {
    run();
  } catch (error) {
    if (error instanceof InvalidInput) return error.issues;
    throw error;
  }
  throw new Error("the input was accepted");
}

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";

/** The checks that failed, by the mutant whose file they failed in. */
export type Failed = ReadonlyMap<string, ReadonlySet<string>>;

/** kube-score's grades: 1 is critical, 5 a warning, 7 nearly and 10 quite fine. */
const FINE = 7;

/** Runs Checkov once over a folder with a file a mutant; `tool` is where it is installed. */
export function checkov(tool: string, folder: string, framework: "kubernetes" | "terraform"): Failed {
  const words = ["--directory", folder, "--framework", framework, "--skip-download", "--compact", "--quiet"];
  const { results, summary } = json(join(tool, "checkov"), [...words, "--output", "json"]) as {
    readonly results: { readonly failed_checks: readonly { check_id: string; file_path: string }[] };
    readonly summary: { readonly parsing_errors: number };
  };
  if (summary.parsing_errors > 0) throw new Error(`Checkov cannot read ${summary.parsing_errors} files`);
  return byMutant(results.failed_checks.map(({ check_id, file_path }) => [file_path, check_id]));
}

/** Runs kube-score once over all files of a folder. */
export function kubeScore(tool: string, folder: string): Failed {
  const paths = readdirSync(folder).map(file => join(folder, file));
  const scored = json(join(tool, "kube-score"), ["score", "--output-format", "json", ...paths]) as readonly {
    readonly file_name: string;
    readonly checks: readonly { grade: number; skipped: boolean; check: { id: string } }[];
  }[];
  return byMutant(
    scored.flatMap(({ file_name, checks }) =>
      checks
        .filter(({ grade, skipped }) => grade < FINE && !skipped)
        .map(({ check }) => [file_name, check.id] as const),
    ),
  );
}

function byMutant(failed: readonly (readonly [path: string, check: string])[]): Failed {
  const all = new Map<string, Set<string>>();
  for (const [path, check] of failed) {
    const [id = ""] = basename(path).split(".");
    all.set(id, (all.get(id) ?? new Set()).add(check));
  }
  return all;
}

function json(program: string, words: readonly string[]): unknown {
  const { stdout, stderr } = spawnSync(program, words, { encoding: "utf8", maxBuffer: 1 << 29 });
  if (stdout === "") throw new Error(`${program} printed nothing: ${stderr}`);
  return JSON.parse(stdout);
}

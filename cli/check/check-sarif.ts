import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { version } from "../../package.json";
import { shownPath } from "../terminal/location";
import type { Finding } from "./finding";

const LEVELS: Readonly<Record<Finding["outcome"], "error" | "warning" | "note">> = {
  invalid: "error",
  refused: "error",
  warning: "warning",
  withheld: "warning",
  adapted: "note",
  ignored: "note",
};

const RULES: Readonly<Record<Finding["outcome"], string>> = {
  invalid: "Not a valid Compose file",
  refused: "A key that the target has nothing for",
  warning: "An obsolete way of writing Compose",
  withheld: "A key that makes the host less safe and is not allowed by x-towpath",
  adapted: "A key that means something else on the target",
  ignored: "A key without effect on the target",
};

/** Findings in SARIF 2.1.0, for code scanning. Paths are relative to the folder the command runs in. */
export function checkSarif(
  findings: readonly Finding[],
  files: readonly string[],
  directory: string,
): string {
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "towpath", version, rules: rules() } },
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The folder that towpath runs in" } } },
        columnKind: "utf16CodeUnits",
        results: findings.map(finding => resultOf(finding, files[0] ?? "compose.yaml", directory)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function rules() {
  return Object.entries(RULES).map(([id, text]) => ({
    id,
    shortDescription: { text },
    defaultConfiguration: { level: LEVELS[id as Finding["outcome"]] },
  }));
}

function resultOf(finding: Finding, mainFile: string, directory: string) {
  const { outcome, target, path, key, message, at } = finding;
  const { file, line, column } = at ?? { file: mainFile, line: 1, column: 1 };
  const whose = target === undefined ? "" : ` on ${target}`;
  return {
    ruleId: outcome,
    ruleIndex: Object.keys(RULES).indexOf(outcome),
    level: LEVELS[outcome],
    message: { text: `${path === "" ? "" : `${path}: `}${outcome}${whose}: ${message}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(shownPath(file, directory)),
          region: { startLine: line, startColumn: column },
        },
        ...(path !== "" && { logicalLocations: [{ fullyQualifiedName: path }] }),
      },
    ],
    properties: { path, ...(target && { target }), ...(key && { key }) },
  };
}

function artifact(file: string) {
  if (isAbsolute(file)) return { uri: pathToFileURL(file).href };
  return { uri: file.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
}

import { readdirSync, readFileSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import ts from "typescript";

const ROOT = resolve(__dirname, "../..");
const FOLDERS = ["advice", "components", "policies", "pricing", "cli", "test", ".ci"];
const CODE = /\.(ts|mts|cts|js|mjs|cjs)$/;
const MADE = /^(policies\/dist|cli\/dist)\//;

/** A source file of the project, parsed. `path` is relative to the root, with forward slashes. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Where `any` is written or one assertion follows another, as `line 3: any`. */
  readonly escapes: readonly string[];
}

export interface Import {
  /** As written: `./names` or `@pulumi/aws`. */
  readonly specifier: string;
  /** The project's file it stands for; absent for packages. */
  readonly file?: string;
  /** Gone once compiled. */
  readonly typeOnly: boolean;
}

/** Every source file of the project, in path order. */
export function readSources(): readonly Source[] {
  const inFolders = FOLDERS.flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map(path =>
      posix.join(folder, path),
    ),
  );
  const atRoot = readdirSync(ROOT);
  const paths = [...inFolders, ...atRoot].filter(
    path => CODE.test(path) && !MADE.test(path) && !path.includes("node_modules/"),
  );
  const known = new Set(paths);
  return paths.sort().map(path => parse(path, known));
}

function parse(path: string, known: ReadonlySet<string>): Source {
  const text = readFileSync(join(ROOT, path), "utf8");
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const escapes: string[] = [];
  const visit = (node: ts.Node): void => {
    const found = importOf(node);
    if (found !== undefined) imports.push(located(path, found, known));
    const way = escapeOf(node);
    if (way !== undefined)
      escapes.push(`line ${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${way}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { path, text, lines: text.replace(/\n$/, "").split("\n").length, imports, escapes };
}

/** The import that a node makes: a statement, an export from, `import()`, `require()`, or a type's `import("…")`. */
function importOf(node: ts.Node): Import | undefined {
  if (ts.isImportDeclaration(node)) return named(node.moduleSpecifier, isTypeOnly(node.importClause));
  if (ts.isExportDeclaration(node)) return named(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isExternalModuleReference(node)) return named(node.expression, false);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return named(node.argument.literal, true);
  if (!ts.isCallExpression(node)) return undefined;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === "require";
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isRequire || isImport ? named(node.arguments[0], false) : undefined;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  const names = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements : [];
  return clause.name === undefined && names.length > 0 && names.every(name => name.isTypeOnly);
}

function named(node: ts.Node | undefined, typeOnly: boolean): Import | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? { specifier: node.text, typeOnly } : undefined;
}

function located(from: string, found: Import, known: ReadonlySet<string>): Import {
  if (!found.specifier.startsWith(".")) return found;
  const path = posix.join(posix.dirname(from), found.specifier);
  const source = path.replace(/\.js$/, ".ts");
  const file = [path, source, `${path}.ts`, `${path}/index.ts`].find(candidate => known.has(candidate));
  return { ...found, file: file ?? path };
}

function escapeOf(node: ts.Node): string | undefined {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return "any";
  const forced = ts.isAsExpression(node) && ts.isAsExpression(node.expression);
  return forced ? "as … as …" : undefined;
}

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** The import law of ARCHITECTURE.md. A slice that is not in the table, or a row that nobody uses, fails. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  refusals: [],
  "rule-files": [],
  requests: ["access", "database", "refusals"],
  scan: ["cli"],
  calendar: ["cli", "rule-files"],
  documents: ["cli", "scan"],
  deadlines: ["access", "audit", "calendar", "cases", "database", "http", "public-interest", "refusals", "requests"],
  redaction: ["cli", "documents", "scan"],
  measures: ["access", "audit", "calendar", "cases", "database", "deadlines", "http", "refusals", "requests"],
  procedures: [
    "access",
    "audit",
    "calendar",
    "cases",
    "cli",
    "database",
    "deadlines",
    "http",
    "offices",
    "refusals",
    "requests",
    "rule-files",
  ],
  "process-notices": ["access", "audit", "calendar", "cases", "database", "deadlines", "http", "refusals", "requests"],
  outlines: [
    "assessments",
    "audit",
    "calendar",
    "cases",
    "database",
    "evidence",
    "http",
    "public-interest",
    "refusals",
    "requests",
    "statutes",
    "rule-files",
  ],
  clues: ["access", "audit", "cases", "database", "groups", "http", "offices", "procedures", "refusals", "requests", "sampling"],
  "cross-checks": ["access", "audit", "cases", "clues", "database", "http", "offices", "refusals", "requests", "scan"],
  recommendations: [
    "access",
    "audit",
    "calendar",
    "cases",
    "database",
    "deadlines",
    "evidence",
    "http",
    "legal-documents",
    "offices",
    "procedures",
    "refusals",
    "requests",
  ],
  "legal-documents": [
    "access",
    "assessments",
    "audit",
    "cases",
    "counts",
    "database",
    "http",
    "offices",
    "procedures",
    "refusals",
    "reports",
    "requests",
    "scan",
    "rule-files",
  ],
  remedies: [
    "assessments",
    "audit",
    "cases",
    "counts",
    "database",
    "deliveries",
    "evidence",
    "gains",
    "http",
    "refusals",
    "requests",
    "rule-files",
  ],
  "case-documents": [
    "access",
    "audit",
    "cases",
    "clues",
    "cross-checks",
    "database",
    "documents",
    "evidence",
    "http",
    "jobs",
    "json-lines",
    "lexicons",
    "library",
    "reading",
    "redaction",
    "refusals",
    "requests",
    "scan",
    "similarity",
  ],
  lexicons: [
    "access",
    "audit",
    "case-documents",
    "cases",
    "database",
    "documents",
    "evidence",
    "http",
    "jobs",
    "offices",
    "reading",
    "refusals",
    "requests",
    "scan",
  ],
  transfers: [
    "access",
    "audit",
    "calendar",
    "cases",
    "cli",
    "clues",
    "config.ts",
    "database",
    "http",
    "legal-documents",
    "offices",
    "procedures",
    "redaction",
    "refusals",
    "requests",
  ],
  library: [
    "access",
    "audit",
    "cases",
    "cli",
    "clues",
    "config.ts",
    "database",
    "http",
    "jobs",
    "json-lines",
    "reading",
    "redaction",
    "refusals",
    "similarity",
  ],
  "json-lines": [],
  numerals: [],
  similarity: ["cli", "json-lines", "numerals"],
  reading: ["cli", "documents", "numerals"],
  reports: ["cli", "scan", "audit", "cases", "counts", "database", "http", "refusals"],
  jurisdiction: ["calendar", "cli", "rule-files"],
  "public-interest": ["calendar", "cli", "http", "refusals", "statutes", "rule-files"],
  law: ["calendar", "http", "jurisdiction", "public-interest", "refusals", "statutes"],
  statutes: ["calendar", "cli", "rule-files"],
  charges: ["cli", "http", "law", "refusals", "statutes", "rule-files"],
  offices: ["access", "audit", "database", "http", "refusals"],
  access: ["offices", "audit", "database", "http", "refusals"],
  audit: ["access", "database", "http", "refusals", "cli", "config.ts"],
  cases: ["offices", "access", "audit", "database", "http", "refusals", "requests"],
  evidence: ["audit", "cases", "database", "http", "refusals", "requests", "scan"],
  counts: ["audit", "cases", "database", "evidence", "http", "jobs", "refusals", "requests", "scan"],
  assessments: [
    "access",
    "audit",
    "case-documents",
    "cases",
    "counts",
    "database",
    "deliveries",
    "evidence",
    "gains",
    "http",
    "law",
    "refusals",
    "requests",
    "scan",
    "statutes",
  ],
  tables: ["scan"],
  groups: ["audit", "cases", "cli", "counts", "database", "http", "refusals", "scan"],
  deliveries: ["audit", "cases", "cli", "counts", "database", "http", "refusals", "requests", "scan", "statutes", "tables"],
  gains: ["audit", "cases", "cli", "database", "http", "refusals", "requests", "scan", "tables"],
  sampling: [
    "audit",
    "cases",
    "cli",
    "counts",
    "database",
    "evidence",
    "http",
    "jobs",
    "refusals",
    "requests",
    "scan",
    "statutes",
    "tables",
  ],
  jobs: ["database"],
  telemetry: [],
  startup: ["database", "jobs"],
  database: [
    "access",
    "audit",
    "case-documents",
    "cases",
    "clues",
    "counts",
    "cross-checks",
    "legal-documents",
    "lexicons",
    "library",
    "offices",
    "procedures",
    "recommendations",
    "remedies",
    "scan",
    "transfers",
  ],
  http: ["access", "database", "refusals", "telemetry", "audit"],
  sample: ["cli", "scan", "cases", "evidence", "offices", "access", "audit", "database", "refusals"],
  cli: [
    "json-lines",
    "scan",
    "similarity",
    "library",
    "calendar",
    "jurisdiction",
    "procedures",
    "public-interest",
    "charges",
    "reading",
    "redaction",
    "reports",
    "statutes",
    "audit",
    "sample",
    "deliveries",
    "gains",
    "sampling",
    "groups",
    "transfers",
  ],
};
const PURE_SUFFIX = /\.(contract|policy)\.ts$/;
const EFFECTS = /\.(command|query|store|http|cli|worker)\.ts$/;
const TESTS = /\.(test|builder|cases)\.ts$/;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Kernels are AssemblyScript: another language with imports of its own. */
const KERNEL = join("scan", "kernel", "assembly");
const files = listFiles(join(root, "src")).filter((file) => file.endsWith(".ts") && !file.includes(KERNEL));
const imports = files.flatMap((file) => importsOf(file));

test("every import of the project resolves by its #slice path", () => {
  const known = new Set(files.map((file) => relative(join(root, "src"), file)));
  expect(imports.filter(({ to }) => to.startsWith("#") && !known.has(to.slice(1)) && !to.endsWith(".json")).map(show)).toEqual([]);
  expect(imports.filter(({ to }) => to.startsWith(".")).map(show), "import by #slice/file.ts, never by a relative path").toEqual([]);
});

test("a slice imports only the slices its row of the table names", () => {
  const used = new Set<string>();
  const wrong: string[] = [];
  for (const { from, to } of imports) {
    const [here, there] = [sliceOf(from), to.startsWith("#") ? (to.slice(1).split("/")[0] ?? "") : null];
    if (there === null || here === there || here === "main" || TESTS.test(from)) continue;
    if (MAY_IMPORT[here]?.includes(there)) used.add(`${here} -> ${there}`);
    else wrong.push(show({ from, to }));
  }
  expect(wrong, "add the import to MAY_IMPORT only with a reason; knowledge two slices need gets a folder of its own").toEqual([]);
  const stale = Object.entries(MAY_IMPORT)
    .flatMap(([here, list]) => list.map((there) => `${here} -> ${there}`))
    .filter((row) => !used.has(row));
  expect(stale, "rows of the table that nobody uses").toEqual([]);
});

test("no file reaches itself over its imports", () => {
  const next = new Map<string, string[]>();
  for (const { from, to, isType } of imports)
    if (!isType && to.startsWith("#")) next.set(from, [...(next.get(from) ?? []), join("src", to.slice(1))]);
  const cycles: string[] = [];
  const settled = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) cycles.push([...way.slice(way.indexOf(file)), file].join(" -> "));
    if (settled.has(file) || way.includes(file)) return;
    for (const there of next.get(file) ?? []) visit(there, [...way, file]);
    settled.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  expect(cycles).toEqual([]);
});

test("a store is imported only inside its slice, and contracts and policies reach no effect", () => {
  const wrong = imports.filter(({ from, to }) => {
    if (!to.startsWith("#") || TESTS.test(from)) return false;
    if (to.endsWith(".store.ts") && sliceOf(from) !== to.slice(1).split("/")[0]) return true;
    return PURE_SUFFIX.test(from) && EFFECTS.test(to);
  });
  expect(wrong.map(show)).toEqual([]);
});

test("tests and builders are imported by nothing that ships", () => {
  expect(imports.filter(({ from, to }) => !TESTS.test(from) && TESTS.test(to)).map(show)).toEqual([]);
});

test("the pages import from the server only contracts and pure knowledge", () => {
  const pages = listFiles(join(root, "web"))
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => importsOf(file));
  const wrong = pages.filter(({ to }) => to.startsWith("#") && (EFFECTS.test(to) || /^#(database|http|jobs|telemetry|cli)\//.test(to)));
  expect(wrong.map(show)).toEqual([]);
});

test("pure files take clock and chance as arguments", () => {
  const wrong = files
    .filter(
      (file) =>
        !TESTS.test(file) &&
        (PURE_SUFFIX.test(file) || /src\/(scan\/(detectors|columns|tally|records|text)|statutes)\//.test(file)) &&
        !EFFECTS.test(file),
    )
    .filter((file) => /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\./.test(readFileSync(file, "utf8")));
  expect(wrong.map((file) => relative(root, file))).toEqual([]);
});

test("no file of the source holds two things: 300 lines at most, tables of data and tests exempt", () => {
  const long = files
    .filter((file) => !/\.(data|cases|builder)\.ts$/.test(file))
    .map((file) => ({ file: relative(root, file), lines: readFileSync(file, "utf8").split("\n").length }))
    .filter(({ file, lines }) => lines > (file.endsWith(".test.ts") ? 500 : 300));
  expect(long).toEqual([]);
});

type Import = { readonly from: string; readonly to: string; readonly isType: boolean };

function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const pattern = /^\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;
  return [...text.matchAll(pattern)].map((match) => ({
    from: relative(root, file),
    to: match[1] ?? match[2] ?? "",
    isType: /^\s*(?:import|export)\stype\s/.test(match[0]),
  }));
}

function sliceOf(file: string): string {
  const parts = file.split("/");
  return parts.length === 2 ? "main" : (parts[1] ?? "");
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listFiles(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

function show({ from, to }: Pick<Import, "from" | "to">): string {
  return `${from} -> ${to}`;
}

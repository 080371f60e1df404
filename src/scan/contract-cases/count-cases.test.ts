import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { execute } from "#cli/main.ts";
import { type CellTable, type CountCase, type FileSpec, readCountCases } from "#scan/contract-cases/case-file.builder.ts";
import { writeFiles } from "#scan/contract-cases/evidence-files.builder.ts";
import { EMPTY_LINE, type LedgerLine, parseLedgerLine, printLedgerLine, runCount } from "#scan/contract-cases/run-count.builder.ts";

const TIERS = ["A", "B", "C"] as const;
const here = dirname(fileURLToPath(import.meta.url));
const FILES = readdirSync(here).filter((file) => file.endsWith(".cases.yaml") && !/^(values\.|assess)/.test(file));
const themes = FILES.map((file) => ({ file, ...readCountCases(file) }));
const allCases = themes.flatMap(({ cases, cells, lines }) => [
  ...cases,
  ...cells.flatMap(casesOfTable),
  ...lines.flatMap(({ tests, lines: all }) => all.map((line) => caseOfLine(tests, line))),
]);
const evidence = mkdtempSync(join(tmpdir(), "tandem-contract-"));
const isBuilt = existsSync(join(here, "..", "count.cli.ts"));

afterAll(() => rmSync(evidence, { recursive: true, force: true }));

test("there are cases enough, each with its own name, and every expected ledger reconciles", () => {
  expect(allCases.length).toBeGreaterThan(150);
  expect(new Set(allCases.map(({ name }) => name)).size).toBe(allCases.length);
  for (const { name, expect: expected } of allCases) {
    for (const line of Object.values(expected.ledger ?? {})) {
      const { seized, valid, distinct, excluded } = parseLedgerLine(line ?? "");
      expect(seized, name).toBe(valid + Object.values(excluded).reduce((sum, count) => sum + count, 0));
      expect(distinct, name).toBeLessThanOrEqual(valid);
    }
  }
});

for (const { file, theme, cases, headers, cells, lines } of themes) {
  describe.skipIf(!isBuilt)(`${theme} (${file})`, () => {
    for (const example of cases) test(example.name, () => check(example));
    for (const { kind, values, names } of headers)
      for (const name of names) test(`a column ${name} is a column of ${kind}`, () => check(caseOfHeader(kind, values, name)));
    for (const table of cells) for (const example of casesOfTable(table)) test(example.name, () => check(example));
    for (const table of lines)
      for (const line of table.lines) test(caseOfLine(table.tests, line).name, () => check(caseOfLine(table.tests, line)));
  });
}

async function check(example: CountCase): Promise<void> {
  const folder = mkdtempSync(join(evidence, "case-"));
  writeFiles(folder, example.files);
  const expected = example.expect;
  const { exit, words, result } = await runCount(execute, folder, example.paths ?? ["."], example.options ?? []);
  if (expected.exit !== undefined) expect(exit, words).toBe(expected.exit);
  if (expected.exit === 2) return;
  if (result === null) throw new Error(`no JSON came: exit ${exit}, ${words}`);

  expect(result.ledger.total, "the tiers add up to the total").toEqual(addLines(Object.values(result.ledger.tiers)));
  if (expected.ledger?.total !== undefined) expect(printLedgerLine(result.ledger.total)).toBe(expected.ledger.total);
  else if (expected.ledger !== undefined) {
    const got = TIERS.map((tier) => `${tier} ${printLedgerLine(result.ledger.tiers[tier])}`);
    expect(got.join(" | ")).toBe(TIERS.map((tier) => `${tier} ${expected.ledger?.[tier] ?? EMPTY_LINE}`).join(" | "));
  }
  const kinds = Object.fromEntries(
    result.kinds.map(({ kind, found, valid, damaged, invalid, distinct }) => [kind, [found, valid, damaged, invalid, distinct]]),
  );
  for (const [kind, counts] of Object.entries(expected.kinds ?? {}))
    expect(kinds[kind] ?? [0, 0, 0, 0, 0], `${kind} [found, valid, damaged, invalid, distinct]`).toEqual(counts);
  for (const kind of expected.noKinds ?? []) expect(kinds[kind], kind).toBeUndefined();
  if (expected.onlyKinds) expect(Object.keys(kinds).sort()).toEqual(Object.keys(expected.kinds ?? {}).sort());
  if (expected.persons !== undefined) expect(`${result.persons.atLeast}..${result.persons.atMost}`).toBe(expected.persons);
  if (expected.groups !== undefined) expect(result.groups).toMatchObject(expected.groups);
  if (expected.coverage !== undefined) expect(result.coverage).toMatchObject(expected.coverage);
  if (expected.sources === undefined) return;
  expect(result.sources.map(({ path }) => path).sort()).toEqual(Object.keys(expected.sources).sort());
  for (const [path, wanted] of Object.entries(expected.sources)) {
    const source = result.sources.find((candidate) => candidate.path === path);
    for (const field of ["status", "format", "encoding", "records"] as const)
      if (wanted[field] !== undefined) expect(source?.[field], `${path} ${field}`).toBe(wanted[field]);
    if (wanted.problem !== undefined) expect(source?.problem !== null, `${path} has a problem`).toBe(wanted.problem);
    const columns = Object.fromEntries((source?.columns ?? []).map(({ name, kind }) => [name, kind]));
    if (wanted.columns !== undefined) expect(columns).toMatchObject(wanted.columns);
    for (const [kind, counts] of Object.entries(wanted.kinds ?? {})) {
      const count = source?.kinds.find((candidate) => candidate.kind === kind);
      expect([count?.found, count?.valid, count?.damaged, count?.invalid], `${path} ${kind}`).toEqual(counts);
    }
  }
}

function casesOfTable(table: CellTable): CountCase[] {
  return table.values.map(({ value, is, why, reading }) => {
    const rows = [...table.padding, value].map(
      (cell, index) => `${index + 1},${/[",\n]/.test(cell) && !cell.startsWith("=") ? `"${cell.replaceAll('"', '""')}"` : cell}`,
    );
    const files: Record<string, FileSpec> = { "list.csv": `序号,${table.column}\n${rows.join("\n")}\n` };
    const padded = table.padding.length;
    const [valid, damaged, invalid] = [is === "valid" ? 1 : 0, is === "damaged" ? 1 : 0, is === "invalid" ? 1 : 0];
    const kinds: Record<string, number[]> = {
      [table.kind]: [padded + valid + damaged + invalid, padded + valid, damaged, invalid, padded + valid],
    };
    const other = /^valid as (.+)$/.exec(is)?.[1];
    if (other !== undefined) kinds[other] = [1, 1, 0, 0, 1];
    const name = `in a column ${table.column}, ${JSON.stringify(value)} is ${is}${why === undefined ? "" : ` (${why})`}`;
    return { name, tests: table.tests, ...(reading === undefined ? {} : { reading }), files, expect: { exit: 0, kinds, onlyKinds: true } };
  });
}

function caseOfHeader(kind: string, values: readonly string[], header: string): CountCase {
  const files: Record<string, FileSpec> = {
    "list.csv": `序号,备注,${header}\n${values.map((value, index) => `${index + 1},好,${value}`).join("\n")}\n`,
  };
  return {
    name: header,
    tests: "categories come from columns and field names",
    files,
    expect: { exit: 0, sources: { "list.csv": { records: values.length, columns: { [header]: kind } } } },
  };
}

function caseOfLine(
  tests: string,
  line: { text: string; finds: string; records?: number | undefined; why?: string | undefined },
): CountCase {
  const kinds: Record<string, number[]> = {};
  const values = line.finds === "nothing" ? [] : line.finds.split(", ").map((found) => found.split(" "));
  for (const [kind = "", state] of values) {
    const count = (kinds[kind] ??= [0, 0, 0, 0]);
    count[0] = (count[0] ?? 0) + 1;
    const at = ["", "valid", "damaged", "invalid"].indexOf(state ?? "");
    count[at] = (count[at] ?? 0) + 1;
  }
  const records = line.records ?? (values.length > 0 ? 1 : 0);
  return {
    name: `in the line ${JSON.stringify(line.text)}: ${line.finds}${line.records === undefined ? "" : `, ${line.records} records`}${line.why === undefined ? "" : ` (${line.why})`}`,
    tests,
    files: { "note.txt": `记录如下\n${line.text}\n以上\n` },
    expect: {
      exit: 0,
      sources: { "note.txt": { status: "scanned", records, kinds } },
      ...(values.length === 0 ? { kinds: {}, onlyKinds: true } : {}),
    },
  };
}

function addLines(lines: readonly LedgerLine[]): LedgerLine {
  const excluded: Record<string, number> = {};
  for (const line of lines) for (const [reason, count] of Object.entries(line.excluded)) excluded[reason] = (excluded[reason] ?? 0) + count;
  const sum = (field: "seized" | "valid" | "distinct" | "duplicates") => lines.reduce((total, line) => total + line[field], 0);
  return { seized: sum("seized"), valid: sum("valid"), distinct: sum("distinct"), excluded, duplicates: sum("duplicates") };
}

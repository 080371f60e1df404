import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { execute } from "#cli/main.ts";
import { type Cell, type FileSpec, readValues } from "#scan/contract-cases/case-file.builder.ts";
import { writeFiles } from "#scan/contract-cases/evidence-files.builder.ts";
import { printLedgerLine, runCount } from "#scan/contract-cases/run-count.builder.ts";

const values = readValues();
const isBuilt = existsSync(join(dirname(fileURLToPath(import.meta.url)), "..", "count.cli.ts"));

/** Tables of one tier each: the identifying columns first, then what belongs to the key, then what does not. */
const TABLES = {
  C: { header: ["姓名", "身份证号", "手机号"], identifiers: [1, 2], details: [] },
  B: { header: ["身份证号", "酒店名称", "房间号", "入住时间"], identifiers: [0], details: [1, 2, 3] },
  A: { header: ["银行卡号", "余额"], identifiers: [0], details: [] },
} as const;
type TierName = keyof typeof TABLES;

const WRONG = new Set(["idbad", "idnodate", "mbad", "cbad"]);
const id = fc.constantFrom("id1", "id2", "id3", "id4", "id1short", "idbad", "idnodate");
const row: fc.Arbitrary<{ tier: TierName; cells: string[] }> = fc.oneof(
  fc
    .tuple(fc.constantFrom("n1", "n2", "n3"), id, fc.constantFrom("m1", "m2", "m3", "mbad"))
    .map((names) => ({ tier: "C" as const, cells: [...names] })),
  fc
    .tuple(
      id,
      fc.constantFrom("若水酒店", "青山宾馆"),
      fc.constantFrom("801", "802"),
      fc.constantFrom("2024-03-01 20:10", "2024-03-02 21:00"),
    )
    .map((cells) => ({ tier: "B" as const, cells: [...cells] })),
  fc
    .tuple(fc.constantFrom("c1", "c2", "c3", "cbad"), fc.constantFrom("10.00", "250.50", "3000.00"))
    .map((cells) => ({ tier: "A" as const, cells: [...cells] })),
);
const GOOD: { tier: TierName; cells: string[] }[] = [
  { tier: "C", cells: ["n1", "id1", "m1"] },
  { tier: "C", cells: ["n2", "id2", "m2"] },
  { tier: "B", cells: ["id1", "若水酒店", "801", "2024-03-01 20:10"] },
  { tier: "B", cells: ["id2", "青山宾馆", "802", "2024-03-02 21:00"] },
  { tier: "A", cells: ["c1", "10.00"] },
  { tier: "A", cells: ["c2", "250.50"] },
];

test.skipIf(!isBuilt)(
  "whatever stands in which table, file, archive or sheet, each tier holds what a clerk would count",
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 24 }), fc.constantFrom("files", "archive", "sheets", "halves"), async (rows, shape) => {
        const all = [...GOOD, ...rows];
        const folder = mkdtempSync(join(tmpdir(), "tandem-tiers-"));
        writeFiles(folder, buildEvidence(all, shape));
        const { result, exit } = await runCount(execute, folder, ["."], ["--as-of", "2026-11-22"]);
        rmSync(folder, { recursive: true, force: true });
        expect(exit).toBe(0);
        for (const tier of ["A", "B", "C"] as const) {
          const got = result?.ledger.tiers[tier];
          expect(got && printLedgerLine(got), tier).toBe(countByHand(all.filter((line) => line.tier === tier)));
        }
        const ids = new Set(all.flatMap(({ cells }) => cells.filter((cell) => /^id\d/.test(cell)).map((cell) => cell.slice(0, 3))));
        expect(result?.groups.women).toBe(["id2", "id4"].filter((name) => ids.has(name)).length);
        expect(result?.kinds.find(({ kind }) => kind === "resident-id")?.distinct).toBe(ids.size);
      }),
      { numRuns: 80 },
    );
  },
);

function buildEvidence(rows: readonly { tier: TierName; cells: string[] }[], shape: string): Record<string, FileSpec> {
  const tables = (["A", "B", "C"] as const).flatMap((tier) => {
    const lines = rows.filter((line) => line.tier === tier).map(({ cells }) => cells.map((cell) => values[cell] ?? cell));
    const parts = shape === "halves" ? [lines.filter((_, at) => at % 2 === 0), lines.filter((_, at) => at % 2 === 1)] : [lines];
    return parts.map((part, at) => ({ name: `${tier}${at}`, rows: [[...TABLES[tier].header], ...part] }));
  });
  const csv = Object.fromEntries(
    tables.map(({ name, rows: lines }) => [`${name}.csv`, `${lines.map((line) => line.join(",")).join("\n")}\n`]),
  );
  if (shape === "archive") return { "all.zip": { zip: { "inner.zip": { zip: csv } } } };
  if (shape === "sheets")
    return { "all.xlsx": { xlsx: Object.fromEntries(tables.map(({ name, rows: lines }): [string, Cell[][]] => [name, lines])) } };
  return csv;
}

function countByHand(rows: readonly { tier: TierName; cells: string[] }[]): string {
  const keys: string[] = [];
  let invalid = 0;
  for (const { tier, cells } of rows) {
    const { identifiers, details } = TABLES[tier];
    const key = identifiers.map((at) => cells[at] ?? "").find((cell) => !WRONG.has(cell));
    if (key === undefined) invalid++;
    else keys.push([key.replace("short", ""), ...details.map((at) => cells[at])].join("|"));
  }
  const excluded: Record<string, number> = invalid > 0 ? { invalid } : {};
  const distinct = new Set(keys).size;
  return printLedgerLine({ seized: rows.length, valid: keys.length, distinct, excluded, duplicates: keys.length - distinct });
}

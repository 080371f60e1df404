import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { execute } from "#cli/main.ts";
import { readValues } from "#scan/contract-cases/case-file.builder.ts";
import { writeFiles } from "#scan/contract-cases/evidence-files.builder.ts";
import { runCount } from "#scan/contract-cases/run-count.builder.ts";

const values = readValues();
const value = (name: string): string => values[name] ?? "";
const isBuilt = existsSync(join(dirname(fileURLToPath(import.meta.url)), "..", "count.cli.ts"));

/** A cell: as written, and what it is. `key` is null unless valid. */
type CellOf = { readonly text: string; readonly state: "valid" | "damaged" | "invalid" | "none"; readonly key: string | null };
const valid = (text: string, key: string): CellOf => ({ text, state: "valid", key });
const ID = fc.constantFrom<CellOf>(
  ...["id1", "id2", "id3", "id4"].flatMap((name) => [valid(value(name), name), valid(`'${value(name)}`, name)]),
  valid(value("id1short"), "id1"),
  valid(value("id2short"), "id2"),
  { text: value("idbad"), state: "invalid", key: null },
  { text: value("idnodate"), state: "invalid", key: null },
  { text: value("idrounded"), state: "damaged", key: null },
  { text: "1.10105E+17", state: "damaged", key: null },
  { text: "无", state: "none", key: null },
  { text: "", state: "none", key: null },
);
const MOBILE = fc.constantFrom<CellOf>(
  ...["m1", "m2", "m3", "m4"].flatMap((name) => [
    valid(value(name), name),
    valid(`+86${value(name)}`, name),
    valid(`${value(name)}.0`, name),
  ]),
  { text: value("mbad"), state: "invalid", key: null },
  { text: "138****1234", state: "damaged", key: null },
  { text: "10086", state: "none", key: null },
  { text: "-", state: "none", key: null },
);

test.skipIf(!isBuilt)("any table of ids and mobiles gives the ledger a clerk would count by hand", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(ID, MOBILE), { minLength: 1, maxLength: 12 }), async (rows) => {
      const folder = mkdtempSync(join(tmpdir(), "tandem-naive-"));
      // four good rows first, so that the columns are plain
      const all = [
        ...["1", "2", "3", "4"].map((n): [CellOf, CellOf] => [valid(value(`id${n}`), `id${n}`), valid(value(`m${n}`), `m${n}`)]),
        ...rows,
      ];
      writeFiles(folder, { "list.csv": `身份证号,手机号\n${all.map(([id, mobile]) => `${id.text},${mobile.text}`).join("\n")}\n` });
      const { result } = await runCount(execute, folder, ["."], []);
      rmSync(folder, { recursive: true, force: true });
      expect(result?.ledger.total).toEqual(countByHand(all));
      expect(result?.persons).toEqual(countPersons(all));
    }),
    { numRuns: 60 },
  );
});

function countByHand(rows: readonly (readonly [CellOf, CellOf])[]) {
  const excluded: Record<string, number> = {};
  const keys: string[] = [];
  let seized = 0;
  for (const cells of rows) {
    const states = cells.map(({ state }) => state);
    if (states.every((state) => state === "none")) continue;
    seized++;
    const key = cells.find((cell) => cell.key !== null)?.key;
    if (key) keys.push(key);
    else {
      const reason = states.includes("invalid") ? "invalid" : "damaged";
      excluded[reason] = (excluded[reason] ?? 0) + 1;
    }
  }
  const distinct = new Set(keys).size;
  return { seized, valid: keys.length, distinct, excluded, duplicates: keys.length - distinct };
}

function countPersons(rows: readonly (readonly [CellOf, CellOf])[]): { atLeast: number; atMost: number } {
  const groups: Set<string>[] = [];
  const strongest = new Set<string>();
  for (const cells of rows) {
    const keys = cells.flatMap(({ key }) => (key === null ? [] : [key]));
    if (keys[0] === undefined) continue;
    strongest.add(keys[0]);
    const touched = groups.filter((group) => keys.some((key) => group.has(key)));
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push(new Set([...keys, ...touched.flatMap((group) => [...group])]));
  }
  return { atLeast: groups.length, atMost: strongest.size };
}

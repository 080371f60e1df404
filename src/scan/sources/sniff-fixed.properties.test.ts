import fc from "fast-check";
import { expect, test } from "vitest";
import { buildMobile, buildResidentId, countBytes } from "#scan/count.builder.ts";
import { splitRows } from "#scan/sources/split-rows.ts";

const HEADER = ["编号", "姓名", "身份证号", "手机号", "备注"];
const width = (text: string) => [...text].reduce((sum, sign) => sum + (sign > "\u2000" ? 2 : 1), 0);

const personOf = fc.record({
  name: fc.constantFrom("张三", "李四四", "欧阳若水", "林青"),
  id: fc.option(fc.integer({ min: 900, max: 999 }), { freq: 4 }),
  mobile: fc.option(fc.integer({ min: 1, max: 60 }), { freq: 3 }),
  remark: fc.constantFrom("", "老客户", "来自 临江市", "已回访 3 次", `另有${buildMobile(99)}`),
});

test("a table aligned by position gives the figures that the same rows give in CSV, whatever cells are empty", async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(personOf, { minLength: 12, maxLength: 80 }), fc.integer({ min: 1, max: 4 }), async (persons, gap) => {
      const rows = persons.map(({ name, id, mobile, remark }, at) => [
        String(at + 1),
        name,
        id === null ? "" : buildResidentId(id),
        mobile === null ? "" : buildMobile(mobile),
        remark,
      ]);
      const widths = HEADER.map((word, at) => Math.max(width(word), ...rows.map((row) => width(row[at] ?? ""))));
      const lines = [HEADER, ...rows].map((row) => row.map((cell, at) => cell + " ".repeat((widths[at] ?? 0) - width(cell))));
      const aligned = await countBytes({ "a.txt": lines.map((cells) => cells.join(" ".repeat(gap)).trimEnd()).join("\n") });
      const csv = await countBytes({ "a.csv": [HEADER, ...rows].map((cells) => cells.join(",")).join("\n") });
      if (aligned.sources[0]?.columns.length !== HEADER.length) return; // too few values to be sure of the columns
      read++;
      expect({ ledger: aligned.ledger, kinds: aligned.kinds, persons: aligned.persons }).toEqual({
        ledger: csv.ledger,
        kinds: csv.kinds,
        persons: csv.persons,
      });
    }),
    { numRuns: 40 },
  );
  expect(read).toBeGreaterThan(25);
}, 60_000);

test("where every cell is filled, places and blanks give the same rows", async () => {
  const row = fc.record({ name: fc.constantFrom("张三", "李四四", "王五"), mobile: fc.integer({ min: 1, max: 9_999_999 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 3, maxLength: 30 }), async (persons) => {
      const cells = [["姓名", "手机号"], ...persons.map(({ name, mobile }) => [name, buildMobile(mobile)])];
      const aligned = cells.map(([name = "", mobile = ""]) => name + " ".repeat(8 - width(name)) + mobile).join("\n");
      const blanks: string[][] = [];
      splitRows(aligned, " ", true, (words) => blanks.push(words));
      expect(blanks).toEqual(cells);
      const read = await countBytes({ "a.txt": aligned });
      const parted = await countBytes({ "a.csv": cells.map((words) => words.join(",")).join("\n") });
      expect(read.ledger).toEqual(parted.ledger);
      expect(read.kinds).toEqual(parted.kinds);
    }),
    { numRuns: 30 },
  );
}, 60_000);

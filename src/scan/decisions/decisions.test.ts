import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { buildBankCard, buildMobile, countBytes } from "#scan/count.builder.ts";
import { DecisionBook } from "#scan/decisions/decision-book.ts";
import { Decisions } from "#scan/decisions/decisions.contract.ts";
import type { ListedItem } from "#scan/decisions/work-list.ts";

const KEY = "ab".repeat(32);
const stay = (at: number, day = 1) => `张三,${buildMobile(at)},2024-01-0${day},1203`;
const STAYS = ["姓名,手机号,入住时间,房号", stay(1), stay(1), stay(2), stay(3)].join("\n");
const at = { by: "承办人", at: "2026-11-22T01:00:00Z" };

const counted = (evidence: Record<string, string>, decisions: object[], fingerprintKey: string | null = null) =>
  countBytes(evidence, { decisions: Decisions.parse({ fingerprintKey, decisions: decisions.map((one) => ({ ...at, ...one })) }) });
const placeOf = async (source: string, content: string, row: number) => {
  const places: { source: string; row: number; offset: number }[] = [];
  await countBytes({ [source]: content }, {}, { onRow: ({ place }) => places.push(place) });
  const found = places.find((place) => place.row === row);
  if (found === undefined) throw new Error(`no row ${row}`);
  return found;
};

test("without decisions the figures are what they were and every item of tiers A and B is open", async () => {
  const result = await countBytes({ "a.csv": STAYS });
  expect(result.ledger.tiers.B).toMatchObject({ valid: 4, distinct: 3 });
  expect(result).toMatchObject({ proved: false, workList: { open: { A: 0, B: 3 }, unmatched: 0 } });
});

test("a list of tier C alone needs nobody's decision", async () => {
  expect(await countBytes({ "a.txt": `手机 ${buildMobile(1)}\n` })).toMatchObject({ proved: true, workList: { open: { A: 0, B: 0 } } });
});

test.each([2, 3])("a decision by place (row %d) is about the item that stands there, wherever else it stands", async (row) => {
  const place = await placeOf("a.csv", STAYS, row);
  const result = await counted({ "a.csv": STAYS, "b.csv": STAYS }, [{ decision: "rejected", place, reason: "号码已停用" }]);
  expect(result.ledger.tiers.B).toMatchObject({ seized: 8, valid: 4, distinct: 2, excluded: { rejected: 4 } });
  expect(result.workList).toMatchObject({ open: { B: 2 }, rejected: { B: 1 }, unmatched: 0 });
});

test("a record of tier C is no item of the work-list: a decision about it is about that record alone", async () => {
  const list = `手机号,编号\n${buildMobile(1)},1\n${buildMobile(1)},2\n`;
  const place = await placeOf("a.csv", list, 2);
  const result = await counted({ "a.csv": list }, [{ decision: "rejected", place, reason: "号码已停用" }]);
  expect(result.ledger.tiers.C).toMatchObject({ valid: 1, distinct: 1, excluded: { rejected: 1 } });
});

test("a decision by fingerprint is about the item wherever it stands", async () => {
  const item = `B\u0000mobile\u0000${buildMobile(1)}\u00012024-01-01\u001f1203`;
  const fingerprint = createHmac("sha256", Buffer.from(KEY, "hex")).update(item).digest("hex");
  const decision = { decision: "rejected", place: { source: "", row: 0, offset: 0 }, fingerprint, reason: "号码已停用" };
  const result = await counted({ "a.csv": STAYS }, [decision], KEY);
  expect(result.ledger.tiers.B).toMatchObject({ valid: 2, distinct: 2, excluded: { rejected: 2 } });
  const other = await counted({ "a.csv": STAYS }, [decision], "cd".repeat(32));
  expect(other.workList, "under another key it is about nothing").toMatchObject({ open: { B: 3 }, unmatched: 1 });
});

test("when all are confirmed the count is proved", async () => {
  const places = await Promise.all([2, 4, 5].map((row) => placeOf("a.csv", STAYS, row)));
  const result = await counted(
    { "a.csv": STAYS },
    places.map((place) => ({ decision: "confirmed", place })),
  );
  expect(result).toMatchObject({ proved: true, workList: { open: { B: 0 }, confirmed: { B: 3 } } });
  expect(result.ledger).toEqual((await countBytes({ "a.csv": STAYS })).ledger);
});

test("a card that fails Luhn and a known dummy can be put back; a damaged or provably invalid number cannot", async () => {
  const card = buildBankCard(3);
  const wrong = card.slice(0, -1) + String((Number(card.at(-1)) + 1) % 10);
  const evidence = {
    "card.csv": `姓名,银行卡号\n张三,${wrong}\n`,
    "dummy.csv": "姓名,手机号\n李四,13800138000\n",
    "id.csv": "姓名,身份证号\n王五,110101199003074611\n",
    "cut.csv": "姓名,手机号\n赵六,139****1234\n",
  };
  const decisions = await Promise.all(
    Object.entries(evidence).map(async ([source, content]) => ({
      decision: "restored",
      place: await placeOf(source, content, 2),
      reason: "持卡人账户流水可以印证",
    })),
  );
  const before = await countBytes(evidence);
  const after = await counted(evidence, decisions);
  expect(before.ledger.tiers.C).toMatchObject({ seized: 4, valid: 0, excluded: { "test-data": 1, invalid: 2, damaged: 1 } });
  expect(after.ledger.tiers.C).toMatchObject({ seized: 4, valid: 2, excluded: { invalid: 1, damaged: 1 } });
  expect(after.workList?.restored).toBe(2);
});

test("an item that is test data in one record and valid in another is listed once, as valid, whichever comes first", async () => {
  const dummy = ["张三,13800138000,,2024-01-01,1203", "张三,13800138000,zhangsan@tandem.cn,2024-01-01,1203"];
  for (const rows of [dummy, [...dummy].reverse()]) {
    const items: ListedItem[] = [];
    const content = ["姓名,手机号,邮箱,入住时间,房号", ...rows].join("\n");
    const result = await countBytes(
      { "a.csv": content },
      { key: "mobile" },
      { workList: { book: new DecisionBook([], true), fingerprintOf: (words) => words, onItem: (item) => items.push(item) } },
    );
    expect(result.ledger.tiers.B).toMatchObject({ seized: 2, valid: 1, excluded: { "test-data": 1 } });
    expect(new Set(items.map(({ fingerprint }) => fingerprint)).size).toBe(1);
    expect(items.map(({ step }) => step)).toEqual(rows === dummy ? ["excluded", "valid"] : ["valid"]);
  }
});

test("restoring what was never excluded says that it counts, and changes no ledger", async () => {
  const place = await placeOf("a.csv", STAYS, 2);
  const result = await counted({ "a.csv": STAYS }, [{ decision: "restored", place, reason: "误" }]);
  expect(result.ledger).toEqual((await countBytes({ "a.csv": STAYS })).ledger);
  expect(result.workList).toMatchObject({ open: { B: 2 }, restored: 1 });
});

test("a decision other than confirming needs a reason", () => {
  const one = { decision: "rejected", place: { source: "a", row: 1, offset: 0 }, ...at };
  expect(Decisions.safeParse({ decisions: [one] }).error?.issues[0]?.path).toEqual(["decisions", 0, "reason"]);
});

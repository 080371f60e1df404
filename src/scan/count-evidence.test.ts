import { expect, test } from "vitest";
import { buildBankCard, buildMobile, buildResidentId, countBytes } from "#scan/count.builder.ts";
import type { SeizedCountRow } from "#scan/records/count-row.ts";
import { CountResult } from "#scan/scan.contract.ts";
import { buildZip } from "#scan/sources/zip.builder.ts";

const [M1, M2, M3, ID] = [buildMobile(10_000_001), buildMobile(10_000_002), buildMobile(10_000_003), buildResidentId(901)];
const CHAT = `2024-03-01 10:00:00 老王: 有货吗
2024-03-01 10:00:05 小李: 有，身份证 ${ID}
手机 ${M1}
2024-03-01 10:00:09 老王: ${M2} 这个呢，还有 ${M3}
`;

test("free text is counted line by line, a line cut where a kind comes again", async () => {
  const result = await countBytes({ "a.txt": `${M1} ${M2} 身份证 ${ID}\n没有\n${M1} 与 ${M1}\n` });
  expect(result.sources[0]).toMatchObject({ format: "txt", records: 3 });
  expect(result.kinds.find(({ kind }) => kind === "mobile")).toMatchObject({ found: 4, valid: 4, distinct: 2 });
  expect(result.ledger.total).toEqual({ seized: 3, valid: 3, distinct: 2, excluded: {}, duplicates: 1 });
});

test("in a chat the message is the unit, over its lines", async () => {
  const result = await countBytes({ "chat.txt": CHAT });
  expect(result.sources[0]).toMatchObject({ records: 3 });
  expect(result.ledger.tiers.C).toMatchObject({ seized: 3, valid: 3 });
  expect(result.persons).toEqual({ atLeast: 3, atMost: 3 });
});

test("when the messages themselves were leaked every message is one record of tier A, never cut, not identifying without an identifier", async () => {
  const result = await countBytes({ "chat.txt": CHAT }, { as: "communication-content" });
  expect(result.ledger.tiers.A).toEqual({ seized: 3, valid: 2, distinct: 2, excluded: { "not-identifying": 1 }, duplicates: 0 });
  expect(result.kinds.find(({ kind }) => kind === "communication-content")).toMatchObject({ found: 3, valid: 3 });
  const twice = await countBytes({ "a.txt": CHAT, "b.txt": CHAT }, { as: "communication-content" });
  expect(twice.ledger.tiers.A).toMatchObject({ valid: 4, distinct: 2, duplicates: 2 });
});

test("a bank card alone is tier C, beside its password tier A", async () => {
  const [one, two] = [buildBankCard(1), buildBankCard(2)];
  const result = await countBytes({ "a.txt": `卡号 ${one}\n卡号 ${two} 密码 123456\n` });
  expect([result.ledger.tiers.A.seized, result.ledger.tiers.C.seized]).toEqual([1, 1]);
});

test("CR, LF and CR LF end lines, in every encoding", async () => {
  const text = `手机 ${M1}\r身份证 ${ID}\r\n手机 ${M2}\n手机 ${M3}`;
  for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`, "utf16le"), Buffer.from(text, "utf16le").swap16()]) {
    const rows: SeizedCountRow[] = [];
    const result = await countBytes({ "a.txt": bytes }, {}, { onRow: (row) => rows.push(row) });
    expect(result.sources[0]?.records, result.sources[0]?.encoding ?? "").toBe(4);
    expect(rows.map(({ place }) => place.row)).toEqual([1, 2, 3, 4]);
  }
});

test("a row leads back to its byte, in every encoding", async () => {
  const text = `第一行\n手机 ${M1}\n`;
  const gb = Buffer.concat([Buffer.from("b5dad2bbd0d00acad6bbfa20", "hex"), Buffer.from(`${M1}\n`)]);
  for (const [bytes, offset] of [
    [Buffer.from(text), Buffer.from(text).indexOf(M1)],
    [gb, gb.indexOf(M1)],
    [Buffer.from(text, "utf16le"), Buffer.from(text, "utf16le").indexOf(Buffer.from(M1, "utf16le"))],
  ] as const) {
    const rows: SeizedCountRow[] = [];
    await countBytes({ "a.txt": bytes }, {}, { onRow: (row) => rows.push(row) });
    expect(rows[0]?.place).toEqual({ source: "a.txt", row: 2, offset });
  }
});

test("rows are masked and given only for the steps that are asked for", async () => {
  const rows: SeizedCountRow[] = [];
  const hooks = { wantsRow: ({ step }: { step: string }) => step !== "distinct", onRow: (row: SeizedCountRow) => rows.push(row) };
  await countBytes({ "a.txt": `${M1}\n`, "b.txt": `x\n${M1}\n身份证 ${ID.slice(0, 17)}${ID.endsWith("1") ? "2" : "1"}\n` }, {}, hooks);
  expect(
    rows.map(({ step, reason, place, duplicateOf }) => ({ step, reason, place: `${place.source}:${place.row}`, duplicateOf })),
  ).toEqual([
    { step: "duplicate", reason: null, place: "b.txt:2", duplicateOf: { source: "a.txt", row: 1 } },
    { step: "excluded", reason: "invalid", place: "b.txt:3", duplicateOf: null },
  ]);
  expect(JSON.stringify(rows)).not.toContain(M1);
  expect(rows[0]?.sentence.zh).toContain("a.txt");
});

test("a person's decision takes the record at its place out of the valid ones", async () => {
  const decisionAt = (source: string, row: number) => (source === "a.txt" && row === 2 ? ("rejected" as const) : null);
  const result = await countBytes({ "a.txt": `${M1}\n${M2}\n${M3}\n` }, {}, { decisionAt });
  expect(result.ledger.total).toEqual({ seized: 3, valid: 2, distinct: 2, excluded: { rejected: 1 }, duplicates: 0 });
});

test("the order of the evidence changes no figure", async () => {
  const evidence = {
    "a.txt": CHAT,
    "b.zip": buildZip([{ name: "c.txt", bytes: `${M1}\n${ID}\n` }]),
    "d.txt": `手机 ${M3}，身份证 ${buildResidentId(902)}\n`,
  };
  const figures = async (order: readonly [string, string | Buffer][]) => {
    const { kinds, ledger, persons, groups, coverage } = await countBytes(Object.fromEntries(order));
    return { kinds, ledger, persons, groups, coverage };
  };
  expect(await figures(Object.entries(evidence).reverse())).toEqual(await figures(Object.entries(evidence)));
});

test("progress tells what is read, how many bytes and rows are done", async () => {
  const notes: { reading: string; bytesDone: number; rowsDone: number }[] = [];
  const text = `${M1}\n`.repeat(100_000);
  await countBytes({ "a.txt": text }, {}, { onProgress: (note) => notes.push(note) });
  expect(notes.at(-1)).toMatchObject({ reading: "a.txt", bytesDone: text.length, rowsDone: 100_000 });
  expect(notes.length).toBeGreaterThan(2);
});

test("the answer has the contract's shape", async () => {
  expect(CountResult.parse(await countBytes({ "a.txt": CHAT, "b.zip": "PK\u0003\u0004" })).coverage.sources).toBe(2);
});

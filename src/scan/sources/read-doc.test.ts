import { expect, test } from "vitest";
import { buildMobile, buildResidentId, countBytes } from "#scan/count.builder.ts";
import type { CountResult } from "#scan/scan.contract.ts";
import { buildDoc, packOle } from "#scan/sources/doc.builder.ts";
import { OleFile } from "#scan/sources/open-ole.ts";
import { sourceOfBytes } from "#scan/sources/scratch.ts";

const show = ({ sources }: CountResult) =>
  sources.map(({ path, format, status, problem, records }) => `${path} ${format} ${status} ${problem?.kind ?? "-"} ${records}`);

test("the text of a Word document is read over its pieces, line by line, a table as a table; the code of a field is none", async () => {
  const [first, second] = [buildMobile(1), buildMobile(2)];
  const list = `姓名\u0007身份证号\u0007手机号\u0007\u0007张三\u0007${buildResidentId(901)}\u0007${buildMobile(3)}\u0007\u0007李四\u0007${buildResidentId(902)}\u0007-\u0007\u0007`;
  const text = [
    `客户手机 ${first.slice(0, 5)}`,
    `${first.slice(5)}\r\u0013HYPERLINK 13900009999\u0014`,
    `电话 ${second}\u0015\r名单\r`,
    "tel\r",
    `${list}完\r`,
  ];
  const result = await countBytes({ "a.doc": buildDoc(text), "b.bin": buildDoc(text, { second: false }) });
  expect(show(result)).toEqual(["a.doc docx scanned - 4", "b.bin docx scanned - 4"]);
  expect(result.kinds.find(({ kind }) => kind === "mobile")).toMatchObject({ valid: 6, distinct: 3 });
  expect(result.sources[0]?.columns.map(({ kind }) => kind)).toEqual(["name", "resident-id", "mobile"]);
  expect(result.coverage.bytes).toBe(result.coverage.bytesScanned);
}, 120_000);

test("a Word document that is encrypted, cut off or damaged is said to be so; other compound files are named", async () => {
  const whole = buildDoc([`手机 ${buildMobile(1)}\r`, `tel ${buildMobile(2)}\r`]);
  const pieces = Buffer.from(whole);
  pieces.fill(0xff, whole.indexOf(Buffer.from([1, 2, 0, 9, 9])) + 10 + 12);
  const result = await countBytes({
    "locked.doc": buildDoc(["x"], { encrypted: true }),
    "cut.doc": whole.subarray(0, 700),
    "half.doc": whole.subarray(0, whole.length - 6000),
    "table.doc": packOle({ WordDocument: Buffer.alloc(5000) }),
    "slides.ppt": packOle({ "PowerPoint Document": Buffer.alloc(5000) }),
    "pieces.doc": pieces,
  });
  const lines = show(result);
  expect(lines.slice(0, 2)).toEqual(["locked.doc docx unreadable encrypted 0", "cut.doc docx unreadable document-damaged 0"]);
  for (const line of lines) expect(line).toMatch(/ (unreadable|partly) (encrypted|document-damaged|unsupported-format) /);
}, 120_000);

test("streams of a compound file are what was packed, small and large", async () => {
  const streams = { small: Buffer.from("abc"), medium: Buffer.alloc(4095, 7), large: Buffer.alloc(100_000, 9) };
  const file = await OleFile.open(sourceOfBytes("x", packOle(streams)));
  for (const [name, bytes] of Object.entries(streams)) expect((await file.take(name, 1 << 20)).equals(bytes), name).toBe(true);
  expect(file.has("none")).toBe(false);
}, 120_000);

test("that the passwords given are not tried on an encrypted Word document is said", async () => {
  const evidence = { "locked.doc": buildDoc(["x"], { encrypted: true }) };
  const { sources } = await countBytes(evidence, {}, { passwords: [{ line: 1, text: "letmein" }] });
  expect(sources).toMatchObject([{ status: "unreadable", problem: { kind: "password-not-tried", zh: expect.stringContaining("DOC") } }]);
});

import { expect, test } from "vitest";
import { buildMobile, countBytes } from "#scan/count.builder.ts";
import type { CountResult } from "#scan/scan.contract.ts";

const show = ({ sources }: CountResult) =>
  sources.map(({ path, encoding, status, problem, records }) => `${path} ${encoding} ${status} ${problem?.kind ?? "-"} ${records}`);
/** 张三 and 地址北京市 in GBK. */
const [NAME, PLACE] = ["d5c5c8fd", "b5d8d6b7b1b1beb9cad0"];
const inGbk = (...parts: readonly string[]) =>
  Buffer.concat(parts.map((part) => (/^[0-9a-f]{8,}$/.test(part) ? Buffer.from(part, "hex") : Buffer.from(part))));

test("each line is decoded by its own encoding, tables and text alike, and nothing of them is lost", async () => {
  const rows = Array.from({ length: 20 }, (_, at) =>
    at % 2 === 0 ? Buffer.from(`张三,${buildMobile(at)}\n`) : inGbk(NAME, `,${buildMobile(at)}\n`),
  );
  const csv = Buffer.concat([Buffer.from("姓名,手机号\n"), ...rows]);
  const json = Buffer.concat([
    Buffer.from(`[{"name":"张三","phone":"${buildMobile(1)}"},\n`),
    inGbk(`{"name":"`, NAME, `","phone":"${buildMobile(2)}"}]`),
  ]);
  const result = await countBytes({ "a.csv": csv, "b.json": json });
  expect(show(result).map((line) => line.replace(/utf-8|gb18030/, "x"))).toEqual(["a.csv x scanned - 20", "b.json x scanned - 2"]);
  expect(result.kinds.map(({ kind, valid }) => `${kind} ${valid}`)).toEqual(["mobile 22", "name 22"]);
  expect(result.coverage).toMatchObject({ bytes: csv.length + json.length, bytesScanned: csv.length + json.length });
}, 120_000);

test("a place is that of the evidence, not of the text put aside", async () => {
  const bytes = Buffer.concat([
    inGbk(PLACE, "\n"),
    Buffer.from(`联系人张三 手机 ${buildMobile(1)}\n`),
    inGbk(PLACE, ` ${buildMobile(2)}\n`),
  ]);
  const places: number[] = [];
  await countBytes({ "a.txt": bytes }, {}, { onRow: ({ place }) => void places.push(place.offset) });
  const lineAt = bytes.lastIndexOf(10, bytes.length - 2) + 1;
  expect(places).toHaveLength(2);
  expect(bytes.toString("utf8", places[0], (places[0] ?? 0) + 6)).toBe("张三");
  expect(places[1]).toBeGreaterThanOrEqual(lineAt);
}, 120_000);

test("a damaged character makes no line GBK: the rest of it stays as it is written, and the damage is told", async () => {
  const line = Buffer.from(`客户张三的手机号码是 ${buildMobile(1)} 请联系\n`);
  line[4] = 0xff;
  const result = await countBytes({ "a.txt": Buffer.concat([Buffer.from("第一行文字\n".repeat(30)), line]) });
  expect(show(result)).toEqual(["a.txt utf-8 partly undecodable-bytes 1"]);
  expect(result.kinds.find(({ kind }) => kind === "mobile")).toMatchObject({ valid: 1 });
}, 120_000);

test("damaged bytes that happen to be signs of GB18030 are told as damaged, and what stands beside them stays as it is written", async () => {
  const row = (damage: string, at: number) =>
    Buffer.concat([Buffer.from(`${buildMobile(at)},`), Buffer.from(damage, "hex"), Buffer.from("\n")]);
  // A high byte before a letter, the beginning of a hanzi, the middle of one, a whole hanzi before half of one.
  for (const damage of ["8561", "e5bc", "bca0", "a0a1", "e28228", "e5bca0e4b8"]) {
    const bytes = Buffer.concat([Buffer.from("手机号,姓名\n"), row(damage, 1), row("e5bca0e4b889", 2)]);
    const result = await countBytes({ "a.csv": bytes });
    expect([damage, ...show(result)]).toEqual([damage, "a.csv utf-8 partly undecodable-bytes 2"]);
    expect(result.sources[0]?.columns.map(({ name }) => name)).toEqual(["手机号", "姓名"]);
  }
}, 120_000);

test("a short line of GB18030 among lines of UTF-8 is read as such, a word of one hanzi too", async () => {
  for (const word of ["d5c5", "d5c5c8fd", "b5d8d6b7"]) {
    const bytes = Buffer.concat([Buffer.from("手机号,姓名\n"), Buffer.from(`${buildMobile(1)},`), Buffer.from(`${word}0a`, "hex")]);
    expect(show(await countBytes({ "a.csv": bytes }))).toEqual(["a.csv utf-8 scanned - 1"]);
  }
}, 120_000);

test("the leaves of such a file together hold no more bytes than it has", async () => {
  const gbk = inGbk(
    `{"users":[{"name":"`,
    NAME,
    `","phone":"${buildMobile(1)}"}],
"calls":[`,
  );
  const utf8 = Buffer.from(`{"name":"李四","phone":"${buildMobile(2)}","note":"${"字".repeat(20)}"}
]`);
  for (const end of ["}", "", "\ufffd\ufffd"]) {
    const bytes = Buffer.concat([gbk, utf8, Buffer.from(end)]);
    const { coverage, sources } = await countBytes({ "a.json": bytes });
    expect(sources.length).toBe(2);
    expect(coverage.bytes).toBe(bytes.length);
    expect(coverage.bytesScanned).toBeLessThanOrEqual(bytes.length);
    if (end === "}") expect(coverage.bytesScanned).toBe(bytes.length);
  }
}, 120_000);

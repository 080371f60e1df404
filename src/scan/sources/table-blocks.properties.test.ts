import fc from "fast-check";
import { expect, test } from "vitest";
import { buildBankCard, buildMobile, buildResidentId } from "#scan/count.builder.ts";
import type { ColumnMeaning } from "#scan/finding.ts";
import { isNoRow } from "#scan/records/table-reader.ts";
import { TableRecords } from "#scan/records/table-records.ts";
import { type Separator, splitRows } from "#scan/sources/split-rows.ts";
import { TableBlocks } from "#scan/sources/table-blocks.ts";
import { encodeGb18030 } from "#scan/sources/text-bytes.builder.ts";
import { Counters, figuresOf } from "#scan/tally/counters.ts";
import { foldMarks } from "#scan/tally/fold-marks.ts";
import { RecordMarker } from "#scan/tally/mark-record.ts";
import { MARK_WORDS, NO_PARTY, PARTY } from "#scan/tally/marks.ts";
import { partitionMarks } from "#scan/tally/partition-marks.ts";
import { PartyGroups } from "#scan/tally/party-groups.ts";
import type { CountedBlock } from "#scan/threads/block-counter.ts";
import { TIERS_2017_10 } from "#scan/tiers/tiers-2017-10.ts";

const TODAY = "2026-11-25";
const meaning = (name: string, kind: ColumnMeaning["kind"], more: Partial<ColumnMeaning> = {}): ColumnMeaning => ({
  name,
  kind,
  share: 1,
  evidence: [],
  otherParty: false,
  detail: false,
  ...more,
});
const COLUMNS: readonly ColumnMeaning[] = [
  meaning("姓名", "name"),
  meaning("身份证号", "resident-id"),
  meaning("手机号", "mobile"),
  meaning("银行卡号", "bank-card"),
  meaning("城市", null),
  meaning("备注", null),
  meaning("联系人", "name", { otherParty: true }),
  meaning("联系人手机", "mobile", { otherParty: true }),
  meaning("配偶身份证", "resident-id", { otherParty: true }),
  meaning("手机号2", "mobile"),
  meaning("IMEI", "imei"),
  meaning("IMSI", "imsi"),
  meaning("ICCID", "iccid"),
  meaning("QQ", "qq"),
  meaning("订单号", "order-number"),
  meaning("时间", "timestamp"),
  meaning("邮箱", "email"),
  meaning("地址", "address"),
  meaning("座机", "landline"),
  meaning("照片", null),
  meaning("余额", null),
  meaning("单位", "employment"),
  meaning("诊断", "health", { detail: true }),
  meaning("车牌", "plate"),
];
const MOBILES = Array.from({ length: 12 }, (_, at) => buildMobile(10_000_000 + at));
const IDS = Array.from({ length: 12 }, (_, at) => buildResidentId(900 + at));
const CARDS = Array.from({ length: 8 }, (_, at) => buildBankCard(at + 1));
const NAMES = [
  "林青山",
  "陈若水",
  "王学军",
  "李建生",
  "欧阳娜娜",
  "买买提·吐尔逊",
  "张三",
  "张某某",
  "王总",
  "赵先生",
  "陈银行",
  "阿依古丽江山",
];
const LUHN = [
  "490154203237518",
  "356938035643809",
  "4111111111111",
  "378734493671000",
  "5555555555554444",
  "6222021234567890128",
  "4026000000000002",
];
const ODD = [
  "",
  "",
  "无",
  "-",
  "暂无",
  "NULL",
  "0",
  "000000000000000",
  "N/A",
  "姓名",
  "合计",
  "小计：",
  "total",
  "  ",
  "\u3000",
  " 13812345678",
  "13812345678 ",
  "138****5678",
  "138-1234-5678",
  "１３８１２３４５６７８",
  "+8613812345678",
  "13812345678/13912345678",
  "1.38123E+10",
  "13812345678.0",
  "'13812345678",
  "13800138000",
  "11010519491231002X",
  "110101900307461",
  "110101199003074611",
  "11010119900230461X",
  "460001234567890",
  "460991234567890",
  "89860012345678901234",
  "8986001234567890123",
  "10001",
  "10000",
  "123456",
  "98765432109",
  "12.50",
  "1234567",
  "2024-03-01",
  "0574-12-31",
  "2024-03-01 12:30",
  "a@b.cn",
  "林青山13812345678",
  "北京市海淀区中关村大街1号",
  "京A12346",
  "010-88776655",
  "88776655",
  "10086",
  "某公司",
  "临江市",
  "女",
  "男",
  "34",
  "ZhangSan",
  "\ufeff张三",
  "鿿龥",
  "㐀一",
  "𠮷野",
  "张 三",
  "王\u00a0五",
  "公司法",
  "大学生",
  "（无）",
  "，",
  "x",
  '"',
  'a"b',
  '"x" y',
];
const cell = (column: ColumnMeaning): fc.Arbitrary<string> => {
  const usual: Partial<Record<string, readonly string[]>> = {
    name: NAMES,
    "resident-id": [...IDS, ...IDS.map((id) => id.toLowerCase())],
    mobile: MOBILES,
    "bank-card": [...CARDS, ...LUHN],
    imei: ["490154203237518", "356938035643809", "3569380356438091"],
    imsi: ["460001234567890", "460201234567890"],
    iccid: ["89860012345678901234", "8986001234567890128"],
    qq: ["10001", "98765432", "12345678", "98765432109"],
  };
  const own = usual[column.kind ?? ""] ?? ["临江市", "", "无"];
  return fc.oneof(
    { weight: 60, arbitrary: fc.constantFrom(...own) },
    { weight: 2, arbitrary: fc.constantFrom(...ODD) },
    { weight: 1, arbitrary: fc.constantFrom(...IDS, ...MOBILES, ...CARDS, ...NAMES) },
    { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(..."0123456789X.-: 张三先生公司市省某总*\"'"), maxLength: 20 }) },
  );
};
const SEPARATORS: readonly Separator[] = [",", "\t", "|", ";"];

const tables = fc
  .record({
    columns: fc.oneof(
      fc.constant(COLUMNS.slice(0, 5)),
      fc.subarray([...COLUMNS.slice(0, 16)], { minLength: 1, maxLength: 8 }),
      fc.subarray([...COLUMNS], { minLength: 2, maxLength: 9 }),
    ),
    separator: fc.constantFrom(...SEPARATORS),
    key: fc.constantFrom("auto", "auto", "mobile", "bank-card", "email", "resident-id"),
    gb: fc.boolean(),
    header: fc.boolean(),
  })
  .chain((table) =>
    fc.record({
      table: fc.constant(table),
      rows: fc.array(
        fc.record({
          cells: fc.tuple(...table.columns.map(cell)),
          quoted: fc.constantFrom("no", "no", "no", "one", "all"),
          width: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, -1),
          end: fc.constantFrom("\n", "\n", "\r\n", "\r"),
        }),
        { maxLength: 30 },
      ),
      flips: fc.array(fc.tuple(fc.nat(), fc.oneof(fc.constantFrom(0x22, 0x0a, 0x0d, 0x2c, 0x20, 0xe5, 0xa3, 0x81, 0x30), fc.nat(255))), {
        maxLength: 4,
      }),
      closed: fc.boolean(),
      cut: fc.nat(),
    }),
  );

test("the kernel and the readers say the same of any table, its blocks cut anywhere between rows", { timeout: 60_000 }, () => {
  let answered = 0;
  fc.assert(
    fc.property(tables, ({ table, rows, flips, closed, cut }) => {
      const header = table.header ? table.columns.map(({ name }) => name) : null;
      const lines = rows.map(({ cells, quoted, width, end }) => {
        const written = cells.map((cell, at) =>
          quoted === "all" || (quoted === "one" && at === 0) || needsQuotes(cell, table.separator) ? quote(cell) : cell,
        );
        if (width < 0) written.pop();
        if (width > 0) written.push(MOBILES[0] ?? "");
        return written.join(table.separator) + end;
      });
      if (header !== null) lines.splice(rows.length >> 1, 0, `${header.join(table.separator)}\n`);
      const text = lines.join("").slice(0, closed ? undefined : -1);
      const bytes = table.gb ? encodeGb18030(text) : new TextEncoder().encode(text);
      for (const [place, byte] of flips) if (bytes.length > 0) bytes[place % bytes.length] = byte;
      const encoding = table.gb ? "gb18030" : "utf-8";
      const resolved = {
        columns: table.columns,
        header,
        separator: table.separator,
        encoding,
        today: TODAY,
        marking: { key: table.key, tiers: TIERS_2017_10 },
      } as const;
      const slow = readSlowly(resolved, bytes);
      const whole = TableBlocks.open(resolved);
      if (whole === null) return;
      const read = whole.read(bytes, true);
      expect(read.used).toBe(bytes.length);
      expect(figures(read.blocks)).toEqual(figures([slow]));
      expect(read.records).toBe(slow.records);
      for (const { chunk } of read.blocks)
        if (chunk.starts !== null) expect(partitionMarks(chunk.marks)).toEqual({ marks: chunk.marks, starts: chunk.starts });
      answered += read.blocks[0]?.chunk.parties ?? 0;
      // The same again in two blocks, each in a kernel of its own: as one thread reads on, and as rows are sent to threads.
      const place = cut % (bytes.length + 1);
      const [first, second, third, fourth] = Array.from({ length: 4 }, () => TableBlocks.open(resolved));
      if (!first || !second || !third || !fourth) return;
      const before = first.read(bytes.subarray(0, place), false);
      const after = second.read(bytes.subarray(before.used), true);
      expect(before.used + after.used).toBe(bytes.length);
      expect(figures([...before.blocks, ...after.blocks])).toEqual(figures([slow]));
      const used = first.wholeRows(bytes.subarray(0, place));
      const [sent, rest] = [third.read(bytes.subarray(0, used), true), fourth.read(bytes.subarray(used), true)];
      expect([sent.used, rest.used]).toEqual([used, bytes.length - used]);
      expect(figures([...sent.blocks, ...rest.blocks])).toEqual(figures([slow]));
    }),
    { numRuns: Number(process.env["RUNS"] ?? 150) },
  );
  expect(answered).toBeGreaterThan(100);
});

function readSlowly(table: NonNullable<Parameters<typeof TableBlocks.open>[0]>, bytes: Uint8Array) {
  const reader = new TableRecords(table.columns, table.header, table.today);
  const marker = new RecordMarker(table.marking.key, table.marking.tiers);
  let records = 0;
  splitRows(new TextDecoder(table.encoding, { ignoreBOM: true }).decode(bytes), table.separator, true, (cells) => {
    const record = isNoRow(cells) ? null : reader.read(cells, 0, () => 0);
    if (record === null) return;
    records++;
    marker.mark(record, null);
  });
  const { marks, parties, ...counters } = marker.take();
  return { chunk: { marks, starts: null, parties }, counters, records };
}

/** Everything that can be seen of marks and counters, by the way they are settled. */
function figures(blocks: readonly CountedBlock[]) {
  const counters = new Counters();
  const all = new Uint32Array(blocks.reduce((sum, { chunk }) => sum + chunk.marks.length, 0));
  let [end, parties] = [0, 0];
  for (const { chunk, counters: own } of blocks) {
    counters.add(own);
    all.set(chunk.marks, end);
    for (let at = end + PARTY; at < end + chunk.marks.length; at += MARK_WORDS)
      if (all[at] !== NO_PARTY) all[at] = (all[at] ?? 0) + parties;
    end += chunk.marks.length;
    parties += chunk.parties;
  }
  const folded = foldMarks(all, TODAY);
  const groups = new PartyGroups(parties);
  groups.join(folded.shared);
  const [[A = 0, B = 0, C = 0], [a = 0, b = 0, c = 0]] = [[...folded.keys], [...folded.persons]];
  const settlement = {
    distinct: folded.distinct,
    keys: { A, B, C },
    persons: { A: a, B: b, C: c },
    joined: groups.groups,
    ages: folded.ages,
  };
  return { figures: figuresOf(counters, settlement, { item: "record", asOf: TODAY }), parties };
}

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

function needsQuotes(cell: string, separator: string): boolean {
  return cell.length % 3 === 0 && (cell.includes(separator) || cell.startsWith('"'));
}

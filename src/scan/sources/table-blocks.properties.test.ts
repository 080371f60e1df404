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
  meaning("学历", "education"),
  meaning("联系人地址", "address", { otherParty: true }),
  meaning("联系人邮箱", "email", { otherParty: true }),
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
    email: [
      "a@b.cn",
      "Lin.Qingshan+1@mail.example-1.com.cn",
      "test@test.com",
      "x_y%z@sub.example.org",
      "a.@b.cn",
      "a..b@c.cn",
      "a@b.c",
      "a@-b.cn",
      "a@xn--fiqs8s.xn--fiqs8s",
      "a@b.c1",
      "a@b.cn.",
    ],
    plate: [
      "浙A12346",
      "京A12345",
      "粤BD12345",
      "粤B12345D",
      "沪A1B2C3",
      "苏Eabc12",
      "浙A1234学",
      "浙O12346",
      "浙AI2346",
      "粤BI12345",
      "京a12346",
      "浙A·12346",
    ],
    landline: [
      "010-88776655",
      "01088776655",
      "0571-87654321",
      "057187654321",
      "0571-8765432",
      "88776655",
      "8776655",
      "18776655",
      "057-187654321",
      "0100-8877665",
      "0999-8877665",
      "010-88776655-12",
      "(010)88776655",
      "08888776655",
    ],
    address: [
      "北京市海淀区中关村大街1号",
      "浙江省 杭州市西湖区文三路 9 号a座 203室",
      "a栋",
      "保密",
      "同上",
      "未知",
      "无锡市滨湖区",
      "某小区3-2-101",
      "ABC Road 12",
      "12X",
      "上海市浦东新区（世纪大道）100号，201、202室",
      "北京市**区",
      "甲".repeat(70),
      "甲".repeat(200),
      "Ａ座",
    ],
    employment: ["若水科技有限公司", "无业", "工人", "会计 出纳", "***", "12", "CEO助理", "X经理"],
    education: ["本科", "高中", "2010级计算机学院三班"],
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
      fc.subarray(
        COLUMNS.filter(({ kind, name }) => kind !== null && kind !== "health" && name !== "余额"),
        { minLength: 2, maxLength: 9 },
      ),
    ),
    separator: fc.constantFrom(...SEPARATORS),
    key: fc.constantFrom("auto", "auto", "mobile", "bank-card", "email", "plate", "resident-id"),
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
    { numRuns: Number(process.env["RUNS"] ?? 100) },
  );
  expect(answered).toBeGreaterThan(100);
});

const NEAR: Readonly<Record<string, RegExp>> = {
  name: /^[林青山某总公司银行先生女士无未同保密李学会经理鿿一龥㐀]{1,7}$/,
  "resident-id": /^(110105|110101|440305|999999|810000)(19|20|18)[0-9]{2}(0[0-9]|1[0-3])[0-3][0-9]{4}[0-9Xx]$/,
  mobile: /^1[3-9][0-9]{8,10}$/,
  "bank-card": /^(62|4|5[1-5]|34|9[0-9]|3528|2221|22|103)[0-9]{10,18}$/,
  imei: /^[0-9]{14,17}$/,
  imsi: /^46[0-2](0[0-9]|1[0-9]|20)[0-9]{9,11}$/,
  iccid: /^8986[0-9]{14,17}$/,
  qq: /^[0-9]{3,12}$/,
  email: /^[A-Za-z0-9._%+-]{1,12}@[A-Za-z0-9.-]{1,12}\.[A-Za-z]{1,4}$/,
  plate: /^[京粤浙林][A-KOa-k]-?[0-9ABFIO]{1,2}[0-9]{3,4}学?$/,
  landline: /^(0(10|571|20|999|57)-?)?[0-9]{7,8}$/,
  address: /^[北京市海淀区路1号a-cA-C ()（），、.#*无未保密同上]{1,24}$/,
  employment: /^[若水科技公司工人无 A-Ca-c0-9*#]{1,12}$/,
  null: /^[临江市0-9.: A-Za-z@，-]{0,14}$/,
};

test.each(Object.keys(NEAR))("cell by cell, nearly right or right, the kernel and the readers say the same of a column of %s", (kind) => {
  const column = COLUMNS.find((one) => String(one.kind) === kind && !one.otherParty) ?? meaning(kind, null);
  const resolved = {
    columns: [meaning("编号", "qq"), column],
    header: null,
    separator: "\t",
    encoding: "utf-8",
    today: TODAY,
    marking: { key: "auto", tiers: TIERS_2017_10 },
  } as const;
  let answered = 0;
  fc.assert(
    fc.property(fc.array(fc.stringMatching(NEAR[kind] ?? /^$/), { minLength: 20, maxLength: 60 }), (cells) => {
      const bytes = new TextEncoder().encode(cells.map((cell, at) => `${20_001 + at}\t${cell}\n`).join(""));
      const read = TableBlocks.open(resolved)?.read(bytes, true);
      expect(figures(read?.blocks ?? [])).toEqual(figures([readSlowly(resolved, bytes)]));
      if (read?.blocks[0]?.chunk.starts != null) answered += read.blocks[0].chunk.parties;
    }),
    { numRuns: Number(process.env["RUNS"] ?? 25) },
  );
  expect(answered).toBeGreaterThan(0);
});

test("rows of every kind the kernel knows are answered for by it, not handed back", () => {
  const usual: readonly [ColumnMeaning["kind"], string][] = [
    ["name", "林青山"],
    ["resident-id", buildResidentId(901)],
    ["mobile", buildMobile(10_000_001)],
    ["bank-card", buildBankCard(1)],
    ["imei", "490154203237518"],
    ["imsi", "460001234567890"],
    ["iccid", "89860012345678901234"],
    ["qq", "98765432"],
    ["email", "lin@mail.example.com"],
    ["plate", "浙A12346"],
    ["landline", "0571-87654321"],
    ["address", "浙江省杭州市西湖区文三路9号A座203室"],
    ["employment", "若水科技有限公司"],
    ["education", "本科"],
    ["order-number", "20240301-77"],
    [null, "临江市"],
    [null, "2024-03-01"],
    [null, "12.50"],
  ];
  const resolved = {
    columns: usual.map(([kind]) => meaning("列", kind)),
    header: null,
    separator: ",",
    encoding: "utf-8",
    today: TODAY,
    marking: { key: "auto", tiers: TIERS_2017_10 },
  } as const;
  const row = `${usual.map(([, cell]) => cell).join(",")}\n`;
  const quoted = `${usual.map(([, cell]) => quote(cell)).join(",")}\r\n`;
  const bytes = new TextEncoder().encode(row + quoted + row);
  const read = TableBlocks.open(resolved)?.read(bytes, true);
  expect(read?.blocks.map(({ chunk }) => chunk.parties)).toEqual([3]);
  expect(figures(read?.blocks ?? [])).toEqual(figures([readSlowly(resolved, bytes)]));
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

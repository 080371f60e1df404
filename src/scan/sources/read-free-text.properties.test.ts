import fc from "fast-check";
import { expect, test } from "vitest";
import type { ByteSource } from "#scan/byte-source.ts";
import type { SeizedRecord } from "#scan/records/seized-record.ts";
import type { Encoding } from "#scan/scan.contract.ts";
import { countTextBlock } from "#scan/sources/count-text.ts";
import { type LeafSink, SCAN_LIMITS, type ScanContext } from "#scan/sources/leaf-sink.ts";
import { readFreeText } from "#scan/sources/read-free-text.ts";
import { readUnits } from "#scan/sources/read-units.ts";
import { Counters } from "#scan/tally/counters.ts";
import { RecordMarker } from "#scan/tally/mark-record.ts";
import { encodeGb18030 } from "#scan/text/encode-gb18030.builder.ts";
import type { BlockCounter } from "#scan/threads/block-counter.ts";
import { openPool } from "#scan/threads/pool.ts";
import { SharedBlocks } from "#scan/threads/shared-blocks.ts";
import { TIERS_2017_10 } from "#scan/tiers/tiers-2017-10.ts";

/** Lines of chats and logs, invented: heads of several shapes, words with and without numbers, lines that go on. */
const LINES = [
  ...[
    "2024-03-01 10:00:00 张三: 在吗",
    "2024-03-01 10:00:05 李四: 我手机13812345678",
    "[10:15] 老鹰：名单发你",
    "2024/3/1 上午10:00 张三(10001)",
  ],
  ...[
    "我的身份证110101199003074610",
    "打到卡号6222021234567890128",
    "好的",
    "",
    "  ",
    "密码：",
    "abc123!x",
    "微信：",
    "abc_12345",
    "138 1234",
    "5678",
  ],
  ...["2024-03-01 10:00:00 INFO: started", "姓名：张三 地址：北京市海淀区中关村大街1号", "a@b.cn", "电话 13812345678 和 13912345678"],
];
const lines = fc.array(fc.tuple(fc.constantFrom(...LINES), fc.constantFrom("\n", "\n", "\r\n", "\r")), { maxLength: 24 });

const ENCODINGS = ["utf-8", "gb18030", "utf-16le", "utf-16be"] as const;

function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  const bytes = encoding === "gb18030" ? encodeGb18030(text) : Buffer.from(text, "utf16le");
  if (bytes === null) throw new Error("a line is not in GB18030");
  return encoding === "utf-16be" ? Buffer.from(bytes).swap16() : bytes;
}

/** A source that gives few bytes a read, so that blocks are small and messages lie across them. */
function inPieces(bytes: Uint8Array, piece: number): ByteSource {
  return { path: "a", size: bytes.length, read: async (offset) => bytes.subarray(offset, offset + piece) };
}

const SILENT: LeafSink = {
  begin: () => undefined,
  readBy: () => undefined,
  record: () => undefined,
  progress: () => undefined,
  end: () => undefined,
};
const CONTEXT: ScanContext = {
  sink: SILENT,
  scratch: { put: () => Promise.reject(new Error("nothing to put aside")), release: async () => undefined, close: async () => undefined },
  signal: new AbortController().signal,
  limits: SCAN_LIMITS,
  asContent: false,
  today: "2026-11-25",
  names: true,
  ocr: null,
  passwords: [],
};

type Told = { readonly row: number; readonly offset: number; readonly says: string };

async function recordsOf(
  read: typeof readFreeText,
  source: ByteSource,
  encoding: Encoding,
  chat: boolean,
  take: (record: SeizedRecord) => void = () => undefined,
) {
  const records: Told[] = [];
  let rows = 0;
  const sink: LeafSink = {
    ...SILENT,
    record: (record: SeizedRecord) => {
      take(record);
      records.push({ row: record.row, offset: record.offset(), says: record.everything() });
    },
    progress: (_path, _bytes, more) => {
      rows += more;
    },
  };
  const context: ScanContext = { ...CONTEXT, sink };
  await read(source, encoding, 0, { format: "txt", separator: null, chat }, context);
  return { records, rows };
}

test("what the kernel passes over changes no record, row or place, in lines and in messages, wherever blocks are cut", {
  timeout: 60_000,
}, async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(
      lines,
      fc.integer({ min: 3, max: 400 }),
      fc.boolean(),
      fc.constantFrom(...ENCODINGS),
      async (parts, piece, chat, encoding) => {
        const text = parts.flat().join("");
        const bytes = encode(text, encoding);
        const slow = await recordsOf(readUnits, inPieces(bytes, piece), encoding, chat);
        const fast = await recordsOf(readFreeText, inPieces(bytes, piece), encoding, chat);
        found += slow.records.length;
        expect(fast, JSON.stringify(text)).toEqual(slow);
      },
    ),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(200);
});

test("a message beyond a megabyte is cut at the same lines", { timeout: 60_000 }, async () => {
  const filler = `${"好".repeat(3000)}\n`.repeat(130);
  const text = `2024-03-01 10:00:00 张三: 在\n手机13812345678\n${filler}手机13912345678\n${filler}身份证110101199003074610\n2024-03-01 10:00:01 李四: 13812345678\n`;
  for (const piece of [100_000, 1 << 20, 4 << 20]) {
    const source = inPieces(new TextEncoder().encode(text), piece);
    const slow = await recordsOf(readUnits, source, "utf-8", true);
    expect(slow.records.length).toBeGreaterThan(2);
    expect(await recordsOf(readFreeText, source, "utf-8", true)).toEqual(slow);
  }
});

test("a block that is counted by itself comes to the marks of its records", async () => {
  const text =
    "2024-03-01 10:00:00 张三: 我手机13812345678\n身份证110101199003074610\n2024-03-01 10:00:05 李四: 卡6222021234567890128 密码123456\n";
  const rules = { encoding: "utf-8", chat: true, today: "2026-11-25", names: false } as const;
  const { rows, counted } = countTextBlock({ bytes: Buffer.from(text), inMessage: true }, rules, { key: "auto", tiers: TIERS_2017_10 });
  expect(rows).toBe(3);
  const marker = new RecordMarker("auto", TIERS_2017_10);
  await recordsOf(readUnits, inPieces(new TextEncoder().encode(text), 1 << 20), "utf-8", true, (record) => marker.mark(record, null));
  expect(counted.chunk).toEqual({ ...marker.takeMarks(), starts: null });
  expect(counted.counters).toEqual(marker.takeCounters());
  expect(counted.chunk.parties).toBe(2);
});

test.each([
  ["whose bytes are given away", false],
  ["in memory that is used again and again", true],
])("blocks %s come to the same counters and parties as the whole", { timeout: 60_000 }, async (_, isShared) => {
  const text = LINES.map((line, at) => `2024-03-01 10:00:${String(10 + at)} 用户${at}: ${line}\n${"好的，没问题\n".repeat(40)}`)
    .join("")
    .repeat(700);
  const bytes = new TextEncoder().encode(text);
  const source: ByteSource = {
    path: "a",
    size: bytes.length,
    disk: { place: "a", modified: 0 },
    read: async (offset, length, into) => {
      const read = bytes.subarray(offset, offset + length);
      if (into === undefined) return Uint8Array.from(read);
      into.set(read);
      return into.subarray(0, read.length);
    },
  };
  const marking = { key: "auto", tiers: TIERS_2017_10 };
  const marker = new RecordMarker(marking.key, marking.tiers);
  const whole = await recordsOf(readFreeText, source, "utf-8", true, (record) => marker.mark(record, null));
  const counters = new Counters();
  let [parties, rows, given] = [0, 0, 0];
  const pool = openPool(1, CONTEXT.signal);
  const run: BlockCounter["run"] = async (name, input, transfer = []) => {
    const answer = await pool.run(name, input, { transfer });
    if (transfer.every(({ byteLength }) => byteLength === 0) && transfer.length === (isShared ? 0 : 1)) given++;
    return answer;
  };
  await readFreeText(
    source,
    "utf-8",
    0,
    { format: "txt", separator: null, chat: true },
    {
      ...CONTEXT,
      names: true,
      blocks: { atOnce: 2, run, ...(isShared ? { memory: new SharedBlocks(1 << 18) } : {}) },
      sink: {
        ...SILENT,
        marking,
        block: (chunk, counted) => {
          parties += chunk.parties;
          counters.add(counted);
        },
        progress: (_path, _bytes, more) => {
          rows += more;
        },
      },
    },
  );
  await pool.close();
  expect(given).toBeGreaterThan(1);
  expect([parties, rows]).toEqual([marker.takeMarks().parties, whole.rows]);
  const { kinds, tiers } = marker.takeCounters();
  expect([[...counters.kinds], [...counters.tiers]]).toEqual([[...kinds], [...tiers]]);
});

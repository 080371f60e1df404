import { expect, test } from "vitest";
import type { ByteSource } from "#scan/byte-source.ts";
import { buildBankCard, buildMobile, buildResidentId, countBytes } from "#scan/count.builder.ts";
import type { CountHooks } from "#scan/count-evidence.ts";
import { problemOf, Unreadable } from "#scan/sources/problem.ts";
import { sourceOfBytes } from "#scan/sources/scratch.ts";
import { encodeGb18030 } from "#scan/sources/text-bytes.builder.ts";

/** A table large enough to be counted block by block, with every oddity that lists of persons have. */
function buildTable(rows: number, end = "\n"): string {
  const lines = ["某市某某公司客户名单", "姓名,身份证号,手机号,银行卡号,紧急联系人,紧急联系人手机,城市,备注"];
  for (let row = 0; row < rows; row++) {
    const person = row % 7 === 6 ? row >> 1 : row;
    const odd = row % 41;
    const cells = [
      odd === 1 ? "张 三" : `林青${"山水云海"[person % 4]}`,
      odd === 2 ? "110105199003079011" : odd === 3 ? "暂无" : buildResidentId(900 + (person % 100), `19${60 + (person % 40)}0307`),
      odd === 4 ? `138****${1000 + (person % 9000)}` : odd === 5 ? "13800138000" : buildMobile(10_000_000 + person),
      odd === 6 ? "6222021234567890" : buildBankCard(person % 5000),
      odd === 7 ? "" : "陈若水",
      odd === 8 ? buildMobile(20_000_000 + person) : "",
      odd === 9 ? '"临江市,城东"' : odd === 10 ? '"临江市\n城西"' : "临江市",
      odd === 11 ? `另有手机${buildMobile(30_000_000 + person)}` : odd === 12 ? 'a"b' : "",
    ];
    if (odd === 13) cells.pop();
    if (odd === 14) cells.push(buildMobile(40_000_000 + person));
    lines.push(odd === 15 ? "合计,,,,,,," : odd === 16 ? "" : odd === 17 ? (lines[1] ?? "") : cells.join(","));
  }
  return lines.join(end);
}

/** The count block by block, and the one record by record, which is asked for by whoever looks at rows. */
async function countBothWays(
  name: string,
  bytes: Uint8Array | string,
  hooks: Partial<CountHooks> = {},
  options: { key?: string; item?: "person" } = {},
) {
  const evidence = { [name]: bytes };
  const { speed: _, ...byBlocks } = await countBytes(evidence, options, hooks);
  const { speed: __, ...byRecords } = await countBytes(evidence, options, { ...hooks, onRow: () => {}, wantsRow: () => false });
  return { byBlocks, byRecords };
}

test.each([
  ["as it is", buildTable(6000), {}],
  ["with the line ends of Windows", buildTable(6000, "\r\n"), {}],
  ["by persons", buildTable(6000), { item: "person" as const }],
  ["keyed by mobile", buildTable(6000), { key: "mobile" }],
  ["keyed by whole rows", buildTable(6000), { key: "row" }],
])("a large table is counted block by block as record by record: %s", async (_, text, options) => {
  const { byBlocks, byRecords } = await countBothWays("list.csv", text, {}, options);
  expect(byBlocks).toEqual(byRecords);
  expect(byBlocks.ledger.total.seized).toBeGreaterThan(5000);
  expect(byBlocks.sources[0]?.columns[0]?.table?.records).toBe(byBlocks.ledger.total.seized);
});

test("so is a table in GB18030", async () => {
  const { byBlocks, byRecords } = await countBothWays("list.csv", encodeGb18030(buildTable(6000)));
  expect(byBlocks).toEqual(byRecords);
  expect(byBlocks.sources[0]?.encoding).toBe("gb18030");
});

test("threads count the blocks of a table to the same figures", async () => {
  const { byBlocks, byRecords } = await countBothWays("list.csv", buildTable(90_000), { workers: 2 });
  expect(byBlocks).toEqual(byRecords);
}, 60_000);

test("and where blocks are read into memory that is used again and again", async () => {
  const bytes = Buffer.from(buildTable(240_000));
  let reads = 0;
  const source: ByteSource = {
    path: "list.csv",
    size: bytes.length,
    read: async (offset, length, into) => {
      const read = bytes.subarray(offset, offset + length);
      if (into === undefined) return read;
      if (into.buffer instanceof SharedArrayBuffer) reads++;
      into.set(read);
      return into.subarray(0, read.length);
    },
  };
  const { speed: _, ...shared } = await countBytes([source], {}, { workers: 2 });
  const { speed: __, ...alone } = await countBytes([sourceOfBytes("list.csv", bytes)], {}, { workers: 1 });
  expect(shared).toEqual(alone);
  expect(reads).toBeGreaterThan(4);
}, 60_000);

test("a line beyond the limit is cut and said so, and the rows behind it are counted", async () => {
  const text = `${buildTable(6000)}\n${"很长".repeat(400_000)}\n林青山,${buildResidentId(999)},${buildMobile(77)},,,,,`;
  const { byBlocks, byRecords } = await countBothWays("list.csv", text, { limits: { longestLine: 64 * 1024 } });
  // Where exactly the line is cut depends on how the bytes come; what is counted does not.
  const figures = ({ kinds, ledger, persons, groups }: typeof byBlocks) => ({ kinds, ledger, persons, groups });
  expect(figures(byBlocks)).toEqual(figures(byRecords));
  expect([byBlocks, byRecords].map(({ sources }) => sources[0]?.problem?.kind)).toEqual(["line-too-long", "line-too-long"]);
});

test("a quote that never closes is an ordinary character, wherever the blocks are cut", async () => {
  const text = `${buildTable(3000)}\n"林青山,${buildResidentId(999)},${buildMobile(77)},,,,,\n${buildTable(30_000)}`;
  const { byBlocks, byRecords } = await countBothWays("list.csv", text);
  expect(byBlocks).toEqual(byRecords);
}, 300_000);

test.each([1, 2])(
  "a table that cannot be read to its end is counted up to there, and nothing of it comes into the next leaf (%i threads)",
  async (workers) => {
    const bytes = Buffer.from(buildTable(90_000));
    const bad = Math.floor(bytes.length * 0.8);
    const failing: ByteSource = {
      path: "failing.csv",
      size: bytes.length,
      read: async (offset, length) => {
        if (offset + length > bad) throw new Unreadable(problemOf("read-failed", "bad sector"));
        return bytes.subarray(offset, offset + length);
      },
    };
    // Its encoding is decided over all bytes, which must succeed: only the rows are read from the failing place.
    let passes = 0;
    const source: ByteSource = {
      ...failing,
      read: async (offset, length) => {
        if (offset === 0) passes++;
        return passes <= 2 && offset + length > bad ? bytes.subarray(offset, offset + length) : failing.read(offset, length);
      },
    };
    const next = sourceOfBytes("next.csv", Buffer.from(`姓名,手机号\n林青山,${buildMobile(5)}\n`));
    const { sources, ledger } = await countBytes([source, next], {}, { workers });
    expect(sources.map(({ status }) => status)).toEqual(["partly", "scanned"]);
    expect(sources[1]?.records).toBe(1);
    const read = sources[0]?.records ?? 0;
    expect(read).toBeGreaterThan(60_000);
    expect(read).toBeLessThan(90_000);
    expect(ledger.total.seized).toBe(read + 1);
  },
  60_000,
);

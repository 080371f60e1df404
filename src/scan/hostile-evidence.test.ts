import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { constants, deflateRawSync } from "node:zlib";
import { afterAll, expect, test, vi } from "vitest";
import { buildMobile, buildResidentId, countBytes } from "#scan/count.builder.ts";
import type { CountResult } from "#scan/scan.contract.ts";
import { listFiles, openFiles } from "#scan/sources/open-files.ts";
import { sourceOfBytes } from "#scan/sources/scratch.ts";
import { buildWorkbook } from "#scan/sources/workbook.builder.ts";
import { buildZip } from "#scan/sources/zip.builder.ts";

const LINE = `客户手机 ${buildMobile(10_000_001)}\n`;
const folder = mkdtempSync(join(tmpdir(), "tandem-hostile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const show = ({ sources }: CountResult) =>
  sources.map(({ path, format, status, problem, records }) => `${path} ${format} ${status} ${problem?.kind ?? "-"} ${records}`);

test("an empty file is scanned with no record, an empty workbook or archive cannot be opened", async () => {
  expect(show(await countBytes({ "a.txt": "", "b.csv": "", "c.xlsx": "", "d.zip": "", e: "" }))).toEqual([
    "a.txt txt scanned - 0",
    "b.csv csv scanned - 0",
    "c.xlsx xlsx unreadable no-bytes 0",
    "d.zip zip unreadable no-bytes 0",
    "e txt scanned - 0",
  ]);
});

test("a truncated or corrupt archive is one unreadable source, with the hash of its bytes", async () => {
  const zip = buildZip([{ name: "a.txt", bytes: LINE.repeat(50) }]);
  const result = await countBytes({
    "cut.zip": zip.subarray(0, zip.length - 30),
    "cut.xlsx": buildWorkbook([{ name: "甲", rows: [["x"]] }]).subarray(0, 300),
  });
  expect(show(result)).toEqual(["cut.zip zip unreadable archive-damaged 0", "cut.xlsx xlsx unreadable archive-damaged 0"]);
  expect(result.sources[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test("an encrypted member is unreadable under its own name, a broken one too, the others are read", async () => {
  const broken = { packed: Buffer.from("this is no deflated stream"), size: 100, crc: 1 };
  const zip = buildZip([
    { name: "s.csv", bytes: "x", encrypted: true },
    { name: "b.txt", bytes: "", deflated: broken },
    { name: "g.txt", bytes: LINE },
  ]);
  expect(show(await countBytes({ "a.zip": zip }))).toEqual([
    "a.zip!s.csv csv unreadable encrypted 0",
    "a.zip!b.txt txt unreadable member-damaged 0",
    "a.zip!g.txt txt scanned - 1",
  ]);
});

test("a member whose checksum fails is read and said to be not whole", async () => {
  expect(show(await countBytes({ "a.zip": buildZip([{ name: "g.txt", bytes: LINE, crc: 7 }]) }))).toEqual([
    "a.zip!g.txt txt partly member-damaged 1",
  ]);
});

test("a bomb of ten gigabytes of zeros in a nested archive is stopped and named", async () => {
  const megabyte = deflateRawSync(Buffer.alloc(1 << 20), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([...Array.from({ length: 10_240 }, () => megabyte), deflateRawSync(Buffer.alloc(0))]);
  const inner = buildZip([{ name: "zeros.txt", bytes: "", deflated: { packed, size: 10_240 * 2 ** 20 - 2 ** 33, crc: 0 } }]);
  const outer = buildZip([
    { name: "inner.zip", bytes: inner },
    { name: "list.txt", bytes: LINE },
  ]);
  const result = await countBytes({ "bomb.zip": outer });
  expect(result.sources[0]).toMatchObject({ status: "unreadable", problem: { kind: "expansion-limit" } });
  expect(show(result).at(-1)).toBe("bomb.zip!list.txt txt scanned - 1");
}, 300_000);

test("archives nested too deep and too many members are said to be so", async () => {
  let nested = buildZip([{ name: "a.txt", bytes: LINE }]);
  for (let depth = 0; depth < 18; depth++) nested = buildZip([{ name: "n.zip", bytes: nested }]);
  const deep = await countBytes({ "a.zip": nested });
  expect(deep.sources.map(({ problem }) => problem?.kind)).toEqual(["too-deep"]);
  expect(deep.sources[0]?.path.split("!")).toHaveLength(17);
  const many = buildZip(Array.from({ length: 5 }, (_, at) => ({ name: `${at}.txt`, bytes: LINE })));
  const { limits } = { limits: { members: 3 } };
  expect(show(await countBytes({ "m.zip": many }, {}, { limits })).at(-1)).toBe("m.zip zip partly too-many-members 0");
});

test("a member ../../x is read, never written, and reported under its name; names without the flag are GBK", async () => {
  const gbk = Buffer.from([0xbf, 0xcd, 0xbb, 0xa7, 0x2e, 0x74, 0x78, 0x74]); // 客户.txt
  const zip = buildZip([
    { name: "../../x.txt", bytes: LINE },
    { name: gbk, bytes: LINE },
    { name: Buffer.from("名单.txt"), bytes: LINE },
    { name: "d\\e.txt", bytes: LINE },
  ]);
  const result = await countBytes({ "z.zip": zip });
  expect(result.sources.map(({ path }) => path)).toEqual(["z.zip!../../x.txt", "z.zip!客户.txt", "z.zip!名单.txt", "z.zip!d/e.txt"]);
  expect(existsSync(join(folder, "..", "..", "x.txt"))).toBe(false);
});

test("NUL bytes leave a text readable, noise is an unknown blob", async () => {
  const noise = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3) * 104_729) % 256));
  expect(show(await countBytes({ "n.txt": `\0\0${LINE}\0\0\n`, "x.bin": noise, "y.txt": noise }))).toEqual([
    "n.txt txt scanned - 1",
    "x.bin unknown unreadable unknown-format 0",
    "y.txt unknown unreadable unknown-format 0",
  ]);
});

test("a line of ten megabytes is read whole, a line beyond the limit partly", async () => {
  const long = `${"字".repeat(3_500_000)}${LINE}`;
  expect(show(await countBytes({ "long.txt": long }))).toEqual(["long.txt txt scanned - 1"]);
  const { limits } = { limits: { longestLine: 1_000_000 } };
  const cut = await countBytes({ "long.txt": long + LINE.replace("1", "2") }, {}, { limits });
  expect(show(cut)[0]).toMatch(/^long.txt txt partly line-too-long/);
  expect(cut.coverage.bytesScanned).toBeLessThan(cut.coverage.bytes);
}, 300_000);

test("an extension that lies is found out", async () => {
  const evidence = {
    "zip.txt": buildZip([{ name: "a.txt", bytes: LINE }]),
    "text.xlsx": LINE,
    "book.csv": buildWorkbook([{ name: "甲", rows: [[LINE.trim()]] }]),
    "pdf.txt": "%PDF-1.7\n%\u00e2\u00e3\n",
    "png.csv": Buffer.from("89504e470d0a1a0a0000000d", "hex"),
    "db.xlsx": Buffer.from("SQLite format 3\0".padEnd(200, "\0")),
  };
  expect(show(await countBytes(evidence))).toEqual([
    "zip.txt!a.txt txt scanned - 1",
    "text.xlsx txt scanned - 1",
    "book.csv#甲 xlsx scanned - 1",
    "pdf.txt pdf unreadable document-damaged 0",
    "png.csv image unreadable needs-ocr 0",
    "db.xlsx sqlite unreadable database-damaged 0",
  ]);
});

test("a file that vanishes, shrinks or may not be read after it was listed is named, and the rest is counted", async () => {
  for (const name of ["a.txt", "b.txt", "c.txt"]) writeFileSync(join(folder, name), LINE);
  mkdirSync(join(folder, "sub"), { recursive: true });
  writeFileSync(join(folder, "sub", "d.txt"), LINE);
  symlinkSync(join(folder, "a.txt"), join(folder, "link.txt"));
  const files = await listFiles([folder]);
  unlinkSync(join(folder, "a.txt"));
  truncateSync(join(folder, "b.txt"), 5);
  const result = await countBytes(openFiles(files));
  expect(show(result)).toEqual([
    "a.txt txt unreadable vanished 0",
    "b.txt txt unreadable source-changed 0",
    "c.txt txt scanned - 1",
    "sub/d.txt txt scanned - 1",
  ]);
  expect(result.coverage).toMatchObject({ sources: 4, scanned: 2, unreadable: 2 });
});

test("a file that is written to while it is read is counted as far as it was listed, and told as changed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tandem-changing-"));
  writeFileSync(join(folder, "grows.log"), LINE);
  writeFileSync(join(folder, "rewritten.txt"), LINE);
  const files = await listFiles([folder]);
  appendFileSync(join(folder, "grows.log"), LINE);
  utimesSync(join(folder, "rewritten.txt"), 1, 1);
  const result = await countBytes(openFiles(files));
  expect(show(result)).toEqual(["grows.log txt partly source-changed 1", "rewritten.txt txt partly source-changed 1"]);
  rmSync(folder, { recursive: true });
});

/** A source that calls `disturb` before its last read, or with some left: readers go over a text more than once. */
async function disturbed(path: string, disturb: () => void, left = 0) {
  const bytes = Buffer.from(LINE.repeat(100_000));
  let [reads, last] = [0, Number.POSITIVE_INFINITY];
  const source = {
    path,
    size: bytes.length,
    read: async (offset: number, length: number) => {
      if (++reads === last - left) disturb();
      return bytes.subarray(offset, offset + length);
    },
  };
  await countBytes([source]);
  [reads, last] = [0, reads];
  return source;
}

test("a source that fails on the way is partly read, with what came before", async () => {
  const failing = await disturbed("f.txt", () => {
    throw new Error("chunk 2 tampered with");
  });
  const result = await countBytes([failing]);
  expect(result.sources[0]).toMatchObject({ status: "partly", problem: { kind: "read-failed" } });
  expect(result.sources[0]?.records).toBeGreaterThan(10_000);
}, 300_000);

test("the same file twice gives duplicates across sources, not more items", async () => {
  const result = await countBytes({ "a.txt": LINE, "b.zip": buildZip([{ name: "copy.txt", bytes: LINE }]) });
  expect(result.ledger.total).toEqual({ seized: 2, valid: 2, distinct: 1, excluded: {}, duplicates: 1 });
});

test("a workbook without sheets or with broken parts is said to be so; entities do not multiply", async () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "13900000001"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`;
  const content = { name: "[Content_Types].xml", bytes: "<Types/>" };
  const workbook = (sheets: string) => ({ name: "xl/workbook.xml", bytes: `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>` });
  const result = await countBytes({
    "none.xlsx": buildZip([content, workbook("")]),
    "laughs.xlsx": buildZip([content, workbook('<sheet name="甲" r:id="rId1"/>'), { name: "xl/worksheets/sheet1.xml", bytes: laughs }]),
    "lost.xlsx": buildZip([content, workbook('<sheet name="甲" r:id="rId1"/>')]),
  });
  expect(show(result)).toEqual([
    "none.xlsx xlsx unreadable workbook-empty 0",
    "laughs.xlsx#甲 xlsx scanned - 0",
    "lost.xlsx#甲 xlsx unreadable workbook-damaged 0",
  ]);
});

test("a sheet of two hundred thousand rows is read in bounded time", async () => {
  const rows = Array.from({ length: 200_000 }, (_, at) => [`张${at % 10}`, buildResidentId(900 + (at % 100)), Number(buildMobile(at))]);
  const book = buildWorkbook([{ name: "客户", rows: [["姓名", "身份证号", "手机号"], ...rows] }], { prefix: "x:" });
  const result = await countBytes({ "big.xlsx": book });
  expect(result.sources[0]).toMatchObject({ status: "scanned", records: 200_000 });
  expect(result.ledger.total.seized).toBe(200_000);
}, 300_000);

test("a count can be stopped, and leaves nothing behind", async () => {
  const stop = new AbortController();
  const counting = countBytes({ "a.txt": LINE.repeat(200_000) }, {}, { signal: stop.signal, onProgress: () => stop.abort() });
  await expect(counting).rejects.toThrow(/abort/i);
});

test("a count that unpacks can be stopped too", async () => {
  const stop = new AbortController();
  const zip = buildZip([
    { name: "a.txt", bytes: LINE },
    { name: "b.txt", bytes: Buffer.alloc(30 << 20, LINE) },
  ]);
  const onProgress = ({ reading }: { reading: string }) => {
    if (reading === "z.zip!a.txt") stop.abort();
  };
  await expect(countBytes({ "z.zip": zip }, {}, { signal: stop.signal, onProgress })).rejects.toThrow(/abort/i);
});

test("a source that takes longer than its time is given up with what came before, and the next one is read", async () => {
  let now = 0;
  const slow = await disturbed(
    "a.txt",
    () => {
      now += 3_600_000;
    },
    1,
  );
  const clock = vi.spyOn(performance, "now").mockImplementation(() => now);
  try {
    const result = await countBytes([slow, sourceOfBytes("b.txt", Buffer.from(LINE))]);
    expect(result.sources.map(({ path, status, problem }) => `${path} ${status} ${problem?.kind ?? "-"}`)).toEqual([
      "a.txt partly time-limit",
      "b.txt scanned -",
    ]);
    expect(result.sources[0]?.records).toBeGreaterThan(10_000);
    const none = await countBytes({ "c.zip": buildZip([{ name: "d.txt", bytes: LINE }]) }, {}, { limits: { secondsPerSource: 0 } });
    expect(show(none)).toEqual(["c.zip zip unreadable time-limit 0"]);
  } finally {
    clock.mockRestore();
  }
}, 300_000);

test("columns beyond what a workbook can have are read cell by cell, and said to be so", async () => {
  const width = 20_000;
  const cells = (phone: string) => Array.from({ length: width }, (_, at) => (at === width - 1 ? phone : "x")).join(",");
  const wide = [Array.from({ length: width }, (_, at) => `c${at}`).join(","), cells(buildMobile(1)), cells(buildMobile(2))].join("\n");
  const result = await countBytes({ "wide.csv": wide, "z.csv": `手机号,备注\n${buildMobile(3)},x\n` });
  expect(show(result)).toEqual(["wide.csv csv partly too-many-columns 2", "z.csv csv scanned - 1"]);
}, 300_000);

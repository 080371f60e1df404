import { expect, test } from "vitest";
import { buildMobile, countBytes } from "#scan/count.builder.ts";
import type { CountResult } from "#scan/scan.contract.ts";
import { PACKED } from "#scan/sources/packed-lists.builder.ts";
import { buildRar } from "#scan/sources/rar.builder.ts";
import { buildTar } from "#scan/sources/tar.builder.ts";
import { buildZip } from "#scan/sources/zip.builder.ts";

const LINE = `客户手机 ${buildMobile(1)}\n`;
const packed = (name: keyof typeof PACKED) => Buffer.from(PACKED[name], "base64");
const show = ({ sources }: CountResult) =>
  sources.map(({ path, format, status, problem, records }) => `${path} ${format} ${status} ${problem?.kind ?? "-"} ${records}`);

test("the files of a 7z and a RAR are sources under their names, what an XZ or BZ2 holds is named without its ending", async () => {
  const evidence = {
    "a.7z": packed("7z"),
    "b.csv.xz": packed("xz"),
    "c.csv.bz2": packed("bz2"),
    "d.tbz2": packed("tar.bz2"),
    "e.rar": buildRar([
      { name: "../../x.txt", bytes: LINE },
      { name: "dir\\y.txt", bytes: LINE + LINE },
    ]),
    "f.zip": buildZip([{ name: "in.7z", bytes: packed("7z") }]),
  };
  const result = await countBytes(evidence);
  expect(show(result)).toEqual([
    "a.7z!l.csv csv scanned - 1",
    "a.7z!客户.txt txt scanned - 0",
    "b.csv.xz!b.csv csv scanned - 2",
    "c.csv.bz2!c.csv csv scanned - 2",
    "d.tbz2!d.tar!l.csv csv scanned - 2",
    "d.tbz2!d.tar!a.csv csv scanned - 1",
    "e.rar!../../x.txt txt scanned - 1",
    "e.rar!dir/y.txt txt scanned - 2",
    "f.zip!in.7z!l.csv csv scanned - 1",
    "f.zip!in.7z!客户.txt txt scanned - 0",
  ]);
  expect(result.coverage.bytes).toBe(result.coverage.bytesScanned);
}, 60_000);

test("encrypted files are unreadable under their own names, or the archive where the names are encrypted too", async () => {
  const rar = buildRar([
    { name: "s.csv", bytes: "xxxxxxxxxxxxxxxx", encrypted: true },
    { name: "g.txt", bytes: LINE },
  ]);
  const evidence = { "a.7z": packed("7z with encrypted files"), "b.7z": packed("7z with an encrypted directory"), "c.rar": rar };
  expect(show(await countBytes(evidence))).toEqual([
    "a.7z!l.csv csv unreadable encrypted 0",
    "b.7z 7z unreadable encrypted 0",
    "c.rar!s.csv csv unreadable encrypted 0",
    "c.rar!g.txt txt scanned - 1",
  ]);
}, 60_000);

test("what is cut off or damaged is said to be so, with what could be read", async () => {
  const flipped = packed("7z");
  flipped[40] = (flipped[40] ?? 0) ^ 0xff;
  const rar = buildRar([
    { name: "a.txt", bytes: LINE, crc: 7 },
    { name: "b.txt", bytes: LINE },
  ]);
  const evidence = {
    "cut.7z": packed("7z").subarray(0, 100),
    "flip.7z": flipped,
    "cut.xz": packed("xz").subarray(0, 80),
    "cut.bz2": packed("bz2").subarray(0, 60),
    "crc.rar": rar,
    "cut.rar": rar.subarray(0, 130),
    "tail.7z": Buffer.concat([packed("7z"), Buffer.from(LINE)]),
    "head.rar": rar.subarray(0, 7),
    "text.7z": LINE,
  };
  expect(show(await countBytes(evidence))).toEqual([
    "cut.7z 7z unreadable archive-damaged 0",
    "flip.7z!l.csv csv partly undecodable-bytes 1",
    "flip.7z!客户.txt txt scanned - 0",
    "cut.xz!cut csv partly member-damaged 2",
    "cut.bz2 bz2 unreadable member-damaged 0",
    "crc.rar!a.txt txt partly member-damaged 1",
    "crc.rar!b.txt txt scanned - 1",
    "cut.rar!a.txt txt partly member-damaged 1",
    "cut.rar!b.txt txt partly undecodable-bytes 0",
    "cut.rar rar partly archive-cut-short 0",
    "tail.7z!l.csv csv scanned - 1",
    "tail.7z!客户.txt txt scanned - 0",
    "tail.7z 7z partly archive-cut-short 0",
    "head.rar rar unreadable archive-damaged 0",
    "text.7z txt scanned - 1",
  ]);
}, 60_000);

test("bombs, dictionaries beyond memory, too many members and nesting too deep stop at their limits", async () => {
  const many = buildRar(Array.from({ length: 5 }, (_, at) => ({ name: `${at}.txt`, bytes: LINE })));
  let nested: Buffer = packed("xz");
  for (let depth = 0; depth < 17; depth++) nested = buildTar([{ name: "n", bytes: nested }]);
  const evidence = {
    "bomb.xz": packed("xz of 30 MB of zeros"),
    "dictionary.xz": packed("xz with a dictionary of 1 GB"),
    "many.rar": many,
    "nested.tar": nested,
  };
  const result = await countBytes(evidence, {}, { limits: { members: 3 } });
  expect(result.sources.map(({ status, problem }) => `${status} ${problem?.kind}`)).toEqual([
    "unreadable expansion-limit",
    "unreadable archive-too-large",
    "unreadable too-many-members",
    "unreadable too-deep",
  ]);
}, 60_000);

test("a count that unpacks a 7z can be stopped", async () => {
  const stop = new AbortController();
  const onProgress = ({ reading }: { reading: string }) => {
    if (reading === "a.7z!l.csv") stop.abort();
  };
  await expect(countBytes({ "a.7z": packed("7z") }, {}, { signal: stop.signal, onProgress })).rejects.toThrow(/abort/i);
}, 60_000);

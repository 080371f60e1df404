import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { buildMobile, countBytes } from "#scan/count.builder.ts";
import type { CountResult } from "#scan/scan.contract.ts";
import { buildTar, paxRecord } from "#scan/sources/tar.builder.ts";

const LINE = `客户手机 ${buildMobile(1)}\n`;
const show = ({ sources }: CountResult) =>
  sources.map(({ path, format, status, problem, records }) => `${path} ${format} ${status} ${problem?.kind ?? "-"} ${records}`);

test("the files of a TAR are sources under their names, whichever way the name is written", async () => {
  const long = `${"目录/".repeat(30)}长.txt`;
  const gbk = Buffer.from([0xbf, 0xcd, 0xbb, 0xa7, 0x2e, 0x74, 0x78, 0x74]); // 客户.txt
  const tar = buildTar([
    { name: "dir/", type: "5" },
    { name: "a.csv", bytes: `姓名,手机号\n张三,${buildMobile(2)}\n` },
    { name: gbk, bytes: LINE },
    { name: "b.txt", prefix: "deep/er", bytes: LINE },
    { name: "././@LongLink", type: "L", bytes: `${long}\0` },
    { name: "cut", bytes: LINE },
    { name: "PaxHeader", type: "x", bytes: paxRecord("path", "名单/表.txt") },
    { name: "cut", bytes: LINE },
    { name: "../../x", bytes: LINE },
  ]);
  const result = await countBytes({ "t.tar": tar });
  expect(show(result)).toEqual([
    "t.tar!a.csv csv scanned - 1",
    "t.tar!客户.txt txt scanned - 1",
    "t.tar!deep/er/b.txt txt scanned - 1",
    `t.tar!${long} txt scanned - 1`,
    "t.tar!名单/表.txt txt scanned - 1",
    "t.tar!../../x txt scanned - 1",
  ]);
  expect(result.coverage.bytes).toBe(result.coverage.bytesScanned);
});

test("a TAR in a gzip, in a TAR, without a mark or named otherwise is found out", async () => {
  const tar = buildTar([{ name: "a.txt", bytes: LINE }]);
  const evidence = {
    "a.tgz": gzipSync(tar),
    "b.tar.gz": gzipSync(tar),
    "c.tar": buildTar([{ name: "in.tar", bytes: tar }]),
    "d.txt": tar,
    "e.tar": buildTar([{ name: "a.txt", bytes: LINE, unmarked: true }]),
    "f.tar": LINE,
  };
  expect(show(await countBytes(evidence))).toEqual([
    "a.tgz!a.tar!a.txt txt scanned - 1",
    "b.tar.gz!b.tar!a.txt txt scanned - 1",
    "c.tar!in.tar!a.txt txt scanned - 1",
    "d.txt!a.txt txt scanned - 1",
    "e.tar!a.txt txt scanned - 1",
    "f.tar txt scanned - 1",
  ]);
});

test("what is cut off is partly read and said so, at a member, a header, an extension or the end mark", async () => {
  const tar = buildTar([
    { name: "a.txt", bytes: LINE },
    { name: "b.txt", bytes: LINE.repeat(40) },
  ]);
  const extended = buildTar([
    { name: "a.txt", bytes: LINE },
    { name: "x", type: "x", bytes: paxRecord("path", "名".repeat(400)) },
  ]);
  const result = await countBytes({
    "member.tar": tar.subarray(0, 1536 + LINE_BYTES * 2),
    "header.tar": tar.subarray(0, 1200),
    "mark.tar": tar.subarray(0, 1024),
    "extension.tar": extended.subarray(0, 1600),
    "first.tar": tar.subarray(0, 400),
  });
  expect(show(result)).toEqual([
    "member.tar!a.txt txt scanned - 1",
    "member.tar!b.txt txt partly archive-cut-short 2",
    "header.tar!a.txt txt scanned - 1",
    "header.tar tar partly archive-cut-short 0",
    "mark.tar!a.txt txt scanned - 1",
    "mark.tar tar partly archive-cut-short 0",
    "extension.tar!a.txt txt scanned - 1",
    "extension.tar tar partly archive-cut-short 0",
    "first.tar tar unreadable archive-damaged 0",
  ]);
});
const LINE_BYTES = Buffer.byteLength(LINE);

test("a header whose checksum fails is no header", async () => {
  const tar = buildTar([
    { name: "a.txt", bytes: LINE },
    { name: "b.txt", bytes: LINE },
  ]);
  const first = Buffer.from(tar);
  first[0] = 0x7a;
  const second = Buffer.from(tar);
  second[1024] = 0x7a;
  expect(show(await countBytes({ "first.tar": first, "second.tar": second }))).toEqual([
    "first.tar tar unreadable archive-damaged 0",
    "second.tar!a.txt txt scanned - 1",
    "second.tar tar partly archive-cut-short 0",
  ]);
});

test("sizes that lie do not lead outside: too large, negative, no number, or of a link", async () => {
  const sizes = {
    "large.tar": buildTar([{ name: "a.txt", bytes: LINE, size: "\u00807777777777" }]),
    "none.tar": buildTar([{ name: "a.txt", bytes: LINE, size: "zzzzzzzzzzz" }]),
    "far.tar": buildTar([{ name: "a.txt", bytes: LINE, size: 8 ** 11 - 1 }]),
    "link.tar": buildTar([
      { name: "l", type: "2", link: "a.txt", size: 4096 },
      { name: "a.txt", bytes: LINE },
    ]),
    "pax.tar": buildTar([
      { name: "x", type: "x", bytes: paxRecord("size", "999999999999999") },
      { name: "a.txt", bytes: LINE },
    ]),
  };
  // Whoever believes the size gets the end mark's zeros along with the text: no text any more.
  expect(show(await countBytes(sizes))).toEqual([
    "large.tar!a.txt unknown unreadable unknown-format 0",
    "none.tar tar unreadable archive-damaged 0",
    "far.tar!a.txt unknown unreadable unknown-format 0",
    "link.tar!l unknown scanned link-not-followed 0",
    "link.tar!a.txt txt scanned - 1",
    "pax.tar!a.txt unknown unreadable unknown-format 0",
  ]);
});

test("a sparse file is listed with the reason; what stands behind the end mark is read too; an empty TAR is no fault", async () => {
  const second = buildTar([{ name: "b.txt", bytes: LINE }]);
  const evidence = {
    "sparse.tar": buildTar([
      { name: "x", type: "x", bytes: Buffer.concat([paxRecord("GNU.sparse.major", "1"), paxRecord("GNU.sparse.name", "s.img")]) },
      { name: "GNUSparseFile.0/s.img", bytes: "1\n0\n512\n" },
    ]),
    "two.tar": Buffer.concat([buildTar([{ name: "a.txt", bytes: LINE }]), Buffer.alloc(9216), second]),
    "folder.tar": buildTar([{ name: "only/", type: "5" }]),
  };
  expect(show(await countBytes(evidence))).toEqual([
    "sparse.tar!s.img unknown unreadable unsupported-compression 0",
    "two.tar!a.txt txt scanned - 1",
    "two.tar!b.txt txt scanned - 1",
    "folder.tar tar scanned - 0",
  ]);
});

test("too many members, TARs nested too deep and names of megabytes stay within the limits", async () => {
  const many = buildTar(Array.from({ length: 5 }, (_, at) => ({ name: `${at}.txt`, bytes: LINE })));
  expect(show(await countBytes({ "m.tar": many }, {}, { limits: { members: 3 } })).at(-1)).toBe("m.tar tar partly too-many-members 0");
  let nested = buildTar([{ name: "a.txt", bytes: LINE }]);
  for (let depth = 0; depth < 18; depth++) nested = buildTar([{ name: "n", bytes: nested }]);
  expect((await countBytes({ "n.tar": nested })).sources.map(({ problem }) => problem?.kind)).toEqual(["too-deep"]);
  const huge = buildTar([
    { name: "x", type: "x", bytes: paxRecord("path", "a".repeat(900_000)) },
    { name: "a", bytes: LINE },
    { name: "x", type: "x", bytes: paxRecord("path", "a".repeat(2_000_000)) },
    { name: "b", bytes: LINE },
  ]);
  const result = await countBytes({ "h.tar": huge });
  expect(result.sources[0]?.path).toHaveLength("h.tar!".length + 65_535);
  expect(result.sources[1]).toMatchObject({ path: "h.tar", status: "partly" });
});

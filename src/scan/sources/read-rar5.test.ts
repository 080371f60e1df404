import { expect, test } from "vitest";
import { buildMobile, countBytes } from "#scan/count.builder.ts";
import type { CountResult } from "#scan/scan.contract.ts";
import { parsePasswords } from "#scan/sources/parse-passwords.ts";
import { buildRar5 } from "#scan/sources/rar5.builder.ts";
import { buildZip } from "#scan/sources/zip.builder.ts";

const LINE = `客户手机 ${buildMobile(1)}\n`;
const LIST = `姓名,手机号\n${Array.from({ length: 300 }, (_, at) => `张三,${buildMobile(at)}`).join("\n")}\n`;
const show = ({ sources }: CountResult) =>
  sources.map(
    ({ path, format, status, problem, records, passwordLine }) =>
      `${path} ${format} ${status} ${problem?.kind ?? "-"} ${records} ${passwordLine ?? "-"}`,
  );

test("the files of a RAR of version 5 are sources under their names; folders and its comment are none", async () => {
  const rar = buildRar5(
    [
      { name: "资料", bytes: "", folder: true },
      { name: "资料/名单.csv", bytes: LIST },
      { name: "../../x.txt", bytes: LINE },
      { name: "𠮷.txt", bytes: LINE + LINE },
      { name: "空.txt", bytes: "" },
    ],
    { comment: `电话 ${buildMobile(9)}` },
  );
  const result = await countBytes({ "a.rar": rar, "b.zip": buildZip([{ name: "c.rar", bytes: rar }]) });
  const leaves = (path: string) => [
    `${path}!资料/名单.csv csv scanned - 300 -`,
    `${path}!../../x.txt txt scanned - 1 -`,
    `${path}!𠮷.txt txt scanned - 2 -`,
    `${path}!空.txt txt scanned - 0 -`,
  ];
  expect(show(result)).toEqual([...leaves("a.rar"), ...leaves("b.zip!c.rar")]);
  expect(result.coverage.bytes).toBe(result.coverage.bytesScanned);
}, 120_000);

test("a checksum that fails and an end that is missing are told, with what could be read", async () => {
  const rar = buildRar5([
    { name: "a.txt", bytes: LINE, crc: 7 },
    { name: "b.txt", bytes: LINE.repeat(20) },
  ]);
  const result = await countBytes({ "crc.rar": rar, "cut.rar": rar.subarray(0, rar.length - 100), "head.rar": rar.subarray(0, 8) });
  expect(show(result)).toEqual([
    "crc.rar!a.txt txt partly member-damaged 1 -",
    "crc.rar!b.txt txt scanned - 20 -",
    "cut.rar!a.txt txt partly member-damaged 1 -",
    "cut.rar!b.txt txt partly undecodable-bytes 16 -",
    "cut.rar rar partly archive-cut-short 0 -",
    "head.rar rar unreadable archive-damaged 0 -",
  ]);
}, 120_000);

test("encrypted files of it are opened by a password of the file, its directory too", async () => {
  const locked = buildRar5([
    { name: "s.csv", bytes: LIST, password: "公安2024" },
    { name: "g.txt", bytes: LINE },
  ]);
  const closed = buildRar5([{ name: "s.csv", bytes: LIST, password: "letmein" }], { headers: "letmein" });
  const evidence = { "a.rar": locked, "b.rar": closed };
  const passwords = parsePasswords(Buffer.from("wrong\n公安2024\nletmein\n"));
  expect(show(await countBytes(evidence))).toEqual([
    "a.rar!s.csv csv unreadable encrypted 0 -",
    "a.rar!g.txt txt scanned - 1 -",
    "b.rar rar unreadable encrypted 0 -",
  ]);
  expect(show(await countBytes(evidence, {}, { passwords }))).toEqual([
    "a.rar!s.csv csv scanned - 300 2",
    "a.rar!g.txt txt scanned - 1 -",
    "b.rar!s.csv csv scanned - 300 3",
  ]);
  expect(show(await countBytes(evidence, {}, { passwords: passwords.slice(0, 1) }))).toEqual([
    "a.rar!s.csv csv unreadable wrong-password 0 -",
    "a.rar!g.txt txt scanned - 1 -",
    "b.rar rar unreadable wrong-password 0 -",
  ]);
}, 120_000);

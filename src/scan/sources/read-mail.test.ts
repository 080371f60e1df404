import { expect, test } from "vitest";
import { buildMobile, buildResidentId, countBytes } from "#scan/count.builder.ts";
import type { CountResult } from "#scan/scan.contract.ts";
import { decodeWords, parameterOf } from "#scan/sources/parse-mail.ts";
import { buildWorkbook } from "#scan/sources/workbook.builder.ts";

const show = ({ sources }: CountResult) =>
  sources.map(({ path, format, status, problem, records }) => `${path} ${format} ${status} ${problem?.kind ?? "-"} ${records}`);
const b64 = (bytes: Buffer | string) =>
  (
    Buffer.from(bytes)
      .toString("base64")
      .match(/.{1,76}/g) ?? []
  ).join("\r\n");
const HEAD =
  "From: =?utf-8?B?5byg5LiJ?= <a.b@ruoshui-mail.cn>\r\nTo: c@ruoshui-mail.cn\r\nSubject: =?gb2312?Q?=BF=CD=BB=A7?=\r\nMIME-Version: 1.0\r\n";

test("headers and names are decoded as RFC 2047 and RFC 2231 write them", () => {
  expect(decodeWords("=?utf-8?B?5byg?= =?utf-8?B?5LiJ?= <a@b.cn>")).toBe("张三 <a@b.cn>");
  expect(decodeWords("=?gb2312?Q?=BF=CD=BB=A7_a?=")).toBe("客户 a");
  expect(parameterOf("attachment; filename*=utf-8''%E5%BC%A0.csv", "filename")).toBe("张.csv");
  expect(parameterOf('attachment; filename*0="ab"; filename*1="c.csv"', "filename")).toBe("abc.csv");
  expect(parameterOf("text/plain; charset=gbk", "charset")).toBe("gbk");
});

test("an attachment named as RFC 2231 writes it keeps its name", async () => {
  const named = (header: string) =>
    countBytes({
      "a.eml": `${HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; ${header}\r\n\r\nmobile\n${buildMobile(1)}\r\n--x--\r\n`,
    });
  for (const header of [
    "filename*=utf-8''%E5%90%8D%E5%8D%95.csv",
    "filename*=gb2312''%C3%FB%B5%A5.csv",
    'filename="=?utf-8?B?5ZCN5Y2VLmNzdg==?="',
  ])
    expect(show(await named(header))[1]).toBe("a.eml!名单.csv csv scanned - 1");
});

test("a message's headers and bodies are text, what is attached is read as a file of its own", async () => {
  const book = buildWorkbook([
    {
      name: "甲",
      rows: [
        ["姓名", "手机号"],
        ["张三", buildMobile(1)],
      ],
    },
  ]);
  const mail = `${HEAD}Content-Type: multipart/mixed; boundary="=x="\r\n\r\nno part\r\n--=x=\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${b64(`手机 ${buildMobile(2)}\n`)}\r\n--y\r\nContent-Type: text/html\r\n\r\n<p>手机 ${buildMobile(2)}</p>\r\n--y--\r\n--=x=\r\nContent-Type: application/octet-stream; name="=?utf-8?B?${Buffer.from("附件.xlsx").toString("base64")}?="\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n\r\n${b64(book)}\r\n--=x=\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=b.csv\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=E5=A7=93=E5=90=8D,=E6=89=8B=\r\n=E6=9C=BA\r\n=E5=BC=A0=E4=B8=89,${buildMobile(3)}\r\n--=x=--\r\n`;
  const result = await countBytes({ "a.eml": mail });
  expect(show(result)).toEqual(["a.eml eml scanned - 3", "a.eml!附件.xlsx#甲 xlsx scanned - 1", "a.eml!b.csv csv scanned - 1"]);
  expect(result.kinds.map(({ kind, valid }) => `${kind} ${valid}`)).toEqual(["mobile 3", "email 2", "name 2"]);
  expect(result.sources[0]?.encoding).toBe("utf-8");
});

test("a body in GBK, as 8bit or quoted-printable, and a body that is a page are read", async () => {
  const gbk = Buffer.from([0xca, 0xd6, 0xbb, 0xfa]); // 手机
  const plain = Buffer.concat([
    Buffer.from(`${HEAD}Content-Type: text/plain; charset=gb2312\r\n\r\n`),
    gbk,
    Buffer.from(` ${buildMobile(1)}\r\n`),
  ]);
  const quoted = `${HEAD}Content-Type: text/plain; charset=GBK\nContent-Transfer-Encoding: quoted-printable\n\n=CA=D6=BB=FA ${buildMobile(2).slice(0, 5)}=\n${buildMobile(2).slice(5)}\n`;
  const page = `${HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n<table><tr><th>姓名</th><th>身份证号</th></tr><tr><td>张三</td><td>${buildResidentId()}</td></tr></table>`;
  const result = await countBytes({ "a.eml": plain, "b.eml": quoted, "c.eml": page });
  expect(show(result)).toEqual(["a.eml eml scanned - 3", "b.eml eml scanned - 3", "c.eml eml scanned - 3"]);
  expect(result.sources[0]?.encoding).toBe("gb18030");
  expect(result.sources[2]?.columns.map(({ kind }) => kind)).toEqual(["name", "resident-id"]);
});

test("every message of a mailbox is read, whatever the windows cut", async () => {
  const one = (at: number) =>
    `From a@b Mon Jan  1 00:00:00 2024\nSubject: x\nContent-Type: text/plain\n\n手机 ${buildMobile(at)}\n${"字".repeat(300)}\n\n`;
  const result = await countBytes({ "a.mbox": Array.from({ length: 3000 }, (_, at) => one(at)).join("") });
  expect(show(result)).toEqual(["a.mbox mbox scanned - 3000"]);
  expect(result.ledger.total.distinct).toBe(3000);
});

test("where the messages themselves were leaked, each is one record", async () => {
  const result = await countBytes(
    { "a.eml": `${HEAD}\r\n手机 ${buildMobile(1)}\r\n手机 ${buildMobile(2)}\r\n` },
    { as: "communication-content" },
  );
  expect(show(result)).toEqual(["a.eml eml scanned - 1"]);
  expect(result.ledger.tiers.A.valid).toBe(1);
});

test("a message that lies about its parts is read as far as it goes", async () => {
  const open = `${HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\n手机 ${buildMobile(1)}\r\n--x\r\nContent-Type: text/plain; charset=nonsense\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!\u0000`;
  let nested = `手机 ${buildMobile(2)}`;
  for (let at = 0; at < 60; at++) nested = `Content-Type: multipart/mixed; boundary=b${at}z\r\n\r\n--b${at}z\r\n${nested}\r\n--b${at}z--`;
  const many = `${HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n${"--x\r\n\r\n".repeat(50_000)}`;
  const zip = `${HEAD}Content-Type: application/zip; name="../../a.zip"\r\nContent-Transfer-Encoding: base64\r\n\r\n${b64("PK\u0003\u0004 no archive")}`;
  const result = await countBytes({ "open.eml": open, "deep.eml": HEAD + nested, "many.eml": many, "zip.eml": zip });
  expect(show(result)).toEqual([
    "open.eml eml scanned - 3",
    "deep.eml eml partly mail-too-nested 2",
    "many.eml eml partly mail-too-nested 2",
    "zip.eml eml scanned - 2",
    "zip.eml!../../a.zip zip unreadable archive-damaged 0",
  ]);
}, 300_000);

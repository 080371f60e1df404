import { expect, test } from "vitest";
import { buildMobile, buildResidentId, countBytes } from "#scan/count.builder.ts";
import type { CountResult } from "#scan/scan.contract.ts";
import { parseCreateTable } from "#scan/sources/parse-create-table.ts";
import { parseCopyLine, parseSqlTuple } from "#scan/sources/parse-sql-tuple.ts";

const show = ({ sources }: CountResult) =>
  sources.map(({ path, format, status, problem, records }) => `${path} ${format} ${status} ${problem?.kind ?? "-"} ${records}`);
const kindsOf = ({ sources }: CountResult, at = 0) => sources[at]?.columns.map(({ name, kind }) => `${name} ${kind}`);

test("the values of a row are read as every dialect writes them", () => {
  const read = (row: string, backslashes = true) => parseSqlTuple(row, 0, backslashes)?.cells;
  expect(read("(1, 'it''s', 'a\\'b\\\\', NULL, '')")).toEqual(["1", "it's", "a'b\\", "", ""]);
  expect(read("('C:\\', N'张三', E'x')", false)).toEqual(["C:\\", "张三", "x"]);
  expect(read("(0xE5BCA0, X'3133', 0xFF00, _utf8'b')")).toEqual(["张", "13", "FF00", "b"]);
  expect(read("(CAST(N'2020-01-01' AS DateTime), CAST(139 AS Decimal(18, 0)), '2020'::timestamp, 7::bigint)")).toEqual([
    "2020-01-01",
    "139",
    "2020",
    "7",
  ]);
  expect(read("(\"a,b)\", '(x', -1.5)")).toEqual(["a,b)", "(x", "-1.5"]);
  expect(read("('never")).toBeUndefined();
  expect(parseCopyLine("1\t\\N\ta\\tb\\\\c\t")).toEqual(["1", "", "a\tb\\c", ""]);
});

test("the columns of a table are read as every dialect writes them", () => {
  const columns = (sql: string) => parseCreateTable(sql).columns;
  expect(
    columns("CREATE TABLE `a` (`id` int(11) NOT NULL, `na,me` varchar(9) COMMENT 'x, (y', PRIMARY KEY (`id`), KEY `k` (`na,me`))"),
  ).toEqual(["id", "na,me"]);
  expect(
    columns(
      'CREATE TABLE [dbo].[t]([a] [int] IDENTITY(1,1), "b" text, -- c, d\n CONSTRAINT [PK] PRIMARY KEY CLUSTERED ([a] ASC)) ON [PRIMARY]',
    ),
  ).toEqual(["a", "b"]);
  expect(parseCreateTable("create table t(phone integer primary key, n)")).toMatchObject({ rowId: 0 });
  expect(parseCreateTable("create table t(a, b, primary key(b, a)) without rowid")).toMatchObject({
    primaryKey: ["b", "a"],
    withoutRowId: true,
  });
});

const MYSQL = `-- MySQL dump 10.13  Host: 10.1.2.3
/*!40101 SET NAMES utf8mb4 */;
DROP TABLE IF EXISTS \`users\`;
CREATE TABLE \`users\` (
  \`id\` int NOT NULL,
  \`name\` varchar(20) DEFAULT NULL,
  \`phone\` varchar(20),
  PRIMARY KEY (\`id\`)
) ENGINE=InnoDB;
LOCK TABLES \`users\` WRITE;
INSERT INTO \`users\` VALUES (1,'张三','${buildMobile(1)}'),(2,'李\\'四; (x','${buildMobile(2)}');
INSERT INTO \`logs\` (\`ip\`,\`mobile\`) VALUES ('10.0.0.9','${buildMobile(3)}');
INSERT INTO \`users\` VALUES
(3,'王五','${buildMobile(4)}');
CREATE TABLE \`none\` (\`id\` int);
UNLOCK TABLES;
`;

test("every table of a MySQL dump is a leaf with the columns of CREATE TABLE or of its INSERT", async () => {
  const result = await countBytes({ "d.sql": MYSQL, "e.sql": Buffer.from(`\uFEFF${MYSQL}`, "utf16le") });
  expect(show(result)).toEqual([
    "d.sql#users sql scanned - 3",
    "d.sql#logs sql scanned - 1",
    "d.sql#none sql scanned - 0",
    "e.sql#users sql scanned - 3",
    "e.sql#logs sql scanned - 1",
    "e.sql#none sql scanned - 0",
  ]);
  expect(kindsOf(result)).toEqual(["id null", "name name", "phone mobile"]);
  expect(kindsOf(result, 1)).toEqual(["ip ip", "mobile mobile"]);
  expect(result.sources.map(({ encoding }) => encoding).slice(2, 4)).toEqual(["utf-8", "utf-16le"]);
  expect(result.coverage.bytes).toBe(Buffer.byteLength(MYSQL) + Buffer.from(`\uFEFF${MYSQL}`, "utf16le").length);
  expect(result.coverage.bytesScanned).toBe(result.coverage.bytes);
});

test("PostgreSQL: COPY and INSERT; a backslash is a backslash there", async () => {
  const dump = `--
-- PostgreSQL database dump
--
SET statement_timeout = 0;
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
CREATE FUNCTION public.f() RETURNS void AS $$ BEGIN INSERT INTO x VALUES ('it''s'); END; $$ LANGUAGE plpgsql;
CREATE TABLE public.users (
    id integer NOT NULL,
    name text,
    phone character varying(20) DEFAULT ''::character varying
);
COPY public.users (id, name, phone) FROM stdin;
1\t张三\t${buildMobile(1)}
2\t\\N\t${buildMobile(2)}
\\.

INSERT INTO public.users VALUES (3, 'C:\\', '${buildMobile(3)}');
INSERT INTO public.users (phone, id) VALUES ('${buildMobile(4)}', 4) ON CONFLICT DO NOTHING;
`;
  const result = await countBytes({ "p.sql": dump });
  expect(show(result)).toEqual(["p.sql#users sql scanned - 4"]);
  expect(kindsOf(result)).toEqual(["id null", "name name", "phone mobile"]);
});

test("SQL Server: no semicolons, GO, N'…', CAST, names in brackets", async () => {
  const dump = `USE [crm]\r\nGO\r\n/****** Object:  Table [dbo].[客户] ******/\r\nSET ANSI_NULLS ON\r\nGO\r\nCREATE TABLE [dbo].[客户](\r\n\t[编号] [int] IDENTITY(1,1) NOT NULL,\r\n\t[姓名] [nvarchar](50) NULL,\r\n\t[身份证号] [varchar](18) NULL\r\n) ON [PRIMARY]\r\nGO\r\nSET IDENTITY_INSERT [dbo].[客户] ON\r\nINSERT [dbo].[客户] ([编号], [姓名], [身份证号]) VALUES (CAST(1 AS Int), N'张三', N'${buildResidentId()}')\r\nINSERT [dbo].[客户] ([编号], [姓名], [身份证号]) VALUES (2, N'李四', N'${buildResidentId(903)}')\r\nGO\r\n`;
  const result = await countBytes({ "s.sql": Buffer.from(`\uFEFF${dump}`, "utf16le") });
  expect(show(result)).toEqual(["s.sql#客户 sql scanned - 2"]);
  expect(kindsOf(result)).toEqual(["编号 null", "姓名 name", "身份证号 resident-id"]);
});

test("a dump without rows is free text; a statement that changes rows is text of the first table", async () => {
  const result = await countBytes({
    "a.sql": `CREATE TABLE t (a int);\n-- 电话 ${buildMobile(1)}\n`,
    "b.sql": `INSERT INTO t (a, 手机) VALUES (1, '${buildMobile(2)}');\nUPDATE t SET 手机 = '${buildMobile(3)}' WHERE a = 1;\n`,
  });
  expect(show(result)).toEqual(["a.sql sql scanned - 1", "b.sql#t sql scanned - 2"]);
});

test("rows of many tables by turns, beyond windows, are each counted once", async () => {
  const line = (at: number) => `INSERT INTO t${at % 7} (name, phone) VALUES ('张三${"字".repeat(at % 50)}', '${buildMobile(at)}');\n`;
  const dump = Array.from({ length: 21_000 }, (_, at) => line(at)).join("");
  const result = await countBytes({ "m.sql": dump });
  expect(result.sources.map(({ records }) => records)).toEqual([3000, 3000, 3000, 3000, 3000, 3000, 3000]);
  expect(result.ledger.total.distinct).toBe(21_000);
}, 300_000);

test("a dump that is cut off, lies or never closes its quotes is read as far as it goes, and said so", async () => {
  const one = `INSERT INTO t (a, phone) VALUES (1, '${buildMobile(1)}')`;
  const result = await countBytes(
    {
      "cut.sql": `${one}, (2, '${buildMobile(2)}`,
      "open.sql": `${one};\nINSERT INTO t (a, phone) VALUES (1, 'never ${"x".repeat(3_000_000)}\n${one};\n`,
      "more.sql": `${one};\nINSERT INTO t (a) VALUES (2, '${buildMobile(3)}', 5);\nINSERT INTO t VALUES ();\n`,
      "nul.sql": `${one};\u0000\nINSERT INTO t VALUES (2, '\u0000${buildMobile(4)}');\n`,
      "deep.sql": `${one};\nINSERT INTO t VALUES (${"(".repeat(200_000)}`,
    },
    {},
    { limits: { longestLine: 1_000_000 } },
  );
  expect(show(result)).toEqual([
    "cut.sql#t sql partly sql-damaged 2",
    "open.sql#t sql partly sql-damaged 2",
    "more.sql#t sql scanned - 2",
    "nul.sql#t sql scanned - 2",
    "deep.sql#t sql partly sql-damaged 1",
  ]);
}, 300_000);

test("comments may stand anywhere: no row is lost behind one, and none is read out of one", async () => {
  const [a, b, c] = [buildMobile(1), buildMobile(2), buildMobile(3)];
  const dump = `/* 备份 ; ' */ -- c1
CREATE TABLE /* t */ users ( -- 主键, with a comma
  id int, /* 姓名, ( */ name varchar(9), phone varchar(20) COMMENT '手机号'
);
# it's a comment; of MySQL
INSERT INTO users /* cols */ (id, name, phone) VALUES /* x ' */ (1, '张三', '${a}'), -- second; '(
 (2, /* , ) */ '李四', '${b}') /* between */, (3 -- three
  , '王五', '${c}');
-- INSERT INTO users VALUES (4, '赵六', '${buildMobile(4)}');
UPDATE users /* it's; */ SET name = '1' WHERE id = 1;
INSERT INTO users VALUES (5, 'a--b', '${buildMobile(5)}');
`;
  const result = await countBytes({ "a.sql": dump });
  expect(result.sources.map(({ path, status, records }) => `${path} ${status} ${records}`)).toEqual(["a.sql#users scanned 4"]);
  expect(result.sources[0]?.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual(["id null", "name name", "phone mobile"]);
  for (let cut = 1; cut < dump.length; cut += 7) await countBytes({ "a.sql": dump.slice(0, cut) });
}, 300_000);

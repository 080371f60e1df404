import { expect, test } from "vitest";
import { buildMobile, buildResidentId, countBytes } from "#scan/count.builder.ts";
import type { CountResult } from "#scan/scan.contract.ts";

const show = ({ sources }: CountResult) =>
  sources.map(({ path, format, status, problem, records }) => `${path} ${format} ${status} ${problem?.kind ?? "-"} ${records}`);
const XML = '<?xml version="1.0"?>\n';

test("elements that repeat are rows, attributes and children are their fields", async () => {
  const person = (at: number) =>
    `<p:person id="${at}" 姓名="张三"><contact><phone>${buildMobile(at)}</phone></contact><idcard><![CDATA[${buildResidentId(900 + at)}]]></idcard></p:person>`;
  const result = await countBytes({
    "a.xml": `${XML}<people xmlns:p="x"><total>2</total>${person(1)}\n${person(2)}</people>`,
    "b.xml": Buffer.from(`\uFEFF${XML}<people>${person(3)}${person(4)}</people>`, "utf16le"),
  });
  expect(show(result)).toEqual(["a.xml xml scanned - 2", "b.xml xml scanned - 2"]);
  expect(result.sources[0]?.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    "id null",
    "姓名 name",
    "contact.phone mobile",
    "idcard resident-id",
  ]);
});

test("two kinds of rows are two tables; without rows the text is free text with its elements as labels", async () => {
  const rows = (name: string, at: number) =>
    `<${name}s><${name} phone="${buildMobile(at)}"/><${name} phone="${buildMobile(at + 1)}"/></${name}s>`;
  const result = await countBytes({
    "a.xml": `${XML}<all>${rows("user", 1)}${rows("call", 5)}</all>`,
    "b.xml": `${XML}<one><身份证>${buildResidentId()}</身份证><mobile>&#49;${buildMobile(3).slice(1)}</mobile></one>`,
  });
  expect(show(result)).toEqual(["a.xml#all.users.user xml scanned - 2", "a.xml#all.calls.call xml scanned - 2", "b.xml xml scanned - 1"]);
});

test("XML that is cut off, mismatched, deep or full of entities is read as far as it goes", async () => {
  const row = (at: number) => `<r><phone>${buildMobile(at)}</phone></r>`;
  const result = await countBytes({
    "cut.xml": `${XML}<a>${row(1)}${row(2)}<r><phone>${buildMobile(3)}</ph`,
    "wrong.xml": `${XML}<a>${row(1)}${row(2)}<r><phone>${buildMobile(4)}</r></b></a>`,
    "deep.xml": `${XML}${"<a>".repeat(100_000)}<m>手机 ${buildMobile(5)}</m>`,
    "laughs.xml": `${XML}<!DOCTYPE s [<!ENTITY a "${buildMobile(6)}"><!ENTITY b "&a;&a;">]><s>${row(7)}${row(8)}<r>&b;&b;</r></s>`,
    "big.xml": `${XML}<a>${Array.from({ length: 40_000 }, (_, at) => row(at)).join("\n")}</a>`,
  });
  expect(show(result)).toEqual([
    "cut.xml xml partly xml-damaged 3",
    "wrong.xml xml partly xml-damaged 3",
    "deep.xml xml partly xml-damaged 1",
    "laughs.xml xml scanned - 2",
    "big.xml xml scanned - 40000",
  ]);
}, 300_000);

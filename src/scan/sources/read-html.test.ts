import { expect, test } from "vitest";
import { buildMobile, buildResidentId, countBytes } from "#scan/count.builder.ts";
import type { CountResult } from "#scan/scan.contract.ts";

const show = ({ sources }: CountResult) =>
  sources.map(({ path, format, status, problem, records }) => `${path} ${format} ${status} ${problem?.kind ?? "-"} ${records}`);

test("a table of a page is a table, the rest is text as it is shown; scripts are none", async () => {
  const page = `<!DOCTYPE html><html><head><title>客户</title><style>a{}</style><script>var a="${buildMobile(9)}"; if (1<2) x();</script></head><body>
<p>联系&nbsp;电话<b>139</b>${buildMobile(1).slice(3)}</p><div>手机：${buildMobile(2)}<br>手机：${buildMobile(3)}</div><!-- ${buildMobile(8)} -->
<table><thead><tr><th>姓名</th><th>身份证号</th></tr></thead><tbody>
<tr><td>张三<td><span>${buildResidentId()}</span></tr><tr><td>李四</td><td>${buildResidentId(905).replace(/^1/, "&#49;")}</td></tr></tbody></table></body></html>`;
  const result = await countBytes({ "a.html": page, "b.htm": Buffer.from(`\uFEFF${page}`, "utf16le") });
  expect(show(result)).toEqual(["a.html html scanned - 5", "b.htm html scanned - 5"]);
  expect(result.sources[0]?.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual(["姓名 name", "身份证号 resident-id"]);
  expect(result.sources.map(({ encoding }) => encoding)).toEqual(["utf-8", "utf-16le"]);
  expect(result.kinds.map(({ kind, valid }) => `${kind} ${valid}`)).toEqual(["resident-id 4", "mobile 6", "name 4"]);
});

test("tables that lay out a page do not tear its text, tables in tables are read", async () => {
  const inner = `<table><tr><th>姓名</th><th>手机号</th></tr><tr><td>张三</td><td>${buildMobile(1)}</td></tr></table>`;
  const result = await countBytes({
    "a.html": `<html><body><table><tr><td>电话 ${buildMobile(2)}<br>${inner}</td></tr></table></body></html>`,
  });
  expect(show(result)).toEqual(["a.html html scanned - 2"]);
});

test("a page that never closes anything is read in bounded memory", async () => {
  const hostile = {
    "open.html": `<html>${"<table><tr><td>".repeat(50_000)}${buildMobile(1)}`,
    "tag.html": `<html><p a="${"x".repeat(2_000_000)}\n手机 ${buildMobile(2)}`,
    "comment.html": `<html><!-- ${"x".repeat(3_000_000)} 手机 ${buildMobile(3)}`,
    "script.html": `<html><p>手机 ${buildMobile(4)}<script>${"x".repeat(3_000_000)}`,
    "long.html": `<html><p>${"字".repeat(3_000_000)} 手机 ${buildMobile(5)}\u0000</p>`,
    "tags.html": `<html>${"<!-- <a =\"<a ='<!x[<?".repeat(100_000)} 手机 ${buildMobile(7)}`,
    "less.html": `<html>1 < 2 & 手机 ${buildMobile(6)} <3 &#1114112; &#0;`,
  };
  const result = await countBytes(hostile);
  expect(result.sources.map(({ format, status, records }) => `${format} ${status} ${records}`)).toEqual(
    Array.from({ length: 7 }, () => "html scanned 1"),
  );
}, 300_000);

test("an exported chat is read message by message; what stands outside of messages is none", async () => {
  const message = (id: number, said: string) =>
    `<div class="message default clearfix" id="message${id}"><div class="userpic"><div>张</div></div><div class="body"><div class="date">12:30</div><div class="text">${said}</div></div></div>`;
  const page = `<html><body><div class="page_header">车主群</div><div class="message service" id="message-1"><div>1 March 2024</div></div>${message(1, `名单<br>${buildMobile(1)}`)}${message(2, "好的")}${message(3, `${buildResidentId(1)}<br>${buildMobile(2)}`)}<div>end</div></body></html>`;
  const plain = await countBytes({ "messages.html": page });
  expect(plain.ledger.total).toMatchObject({ seized: 2, valid: 2 });
  const leaked = await countBytes({ "messages.html": page }, { as: "communication-content" });
  expect(leaked.ledger.tiers.A).toMatchObject({ seized: 3, valid: 2, excluded: { "not-identifying": 1 } });
  const open = await countBytes({ "open.html": `<html>${`<div class="message default"><p>${buildMobile(3)}</p>`.repeat(5000)}` });
  expect(open.ledger.total.seized).toBe(5000);
});

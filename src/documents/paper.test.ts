import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readDocument } from "#documents/read-document.query.ts";
import { typeset } from "#reports/typeset.ts";

const WORDS =
  "经依法审查查明，被告人张三丰利用担任某快递公司客服的职务便利，从公司快递系统导出收件人姓名、电话和住址，多次通过聊天软件出售给李四海等人，用于电话推销和网络推广，相关聊天记录、转账记录、电子数据检查笔录均已随案移送，经鉴定去除重复后共计出售公民个人信息58600条，违法所得人民币29300元。";
const TEXT = [WORDS, "被告人张三丰辩称，其出售的信息只有3000条。", WORDS, WORDS, "以上事实，有书证等证据证实。"].join("\n");

test.each([70, 76, 82, 88, 94, 100])(
  "a PDF set on pages of %s mm keeps its paragraphs over the end of a page, without headers and page numbers",
  async (millimetres) => {
    const template = fileURLToPath(new URL("./paper.typ", import.meta.url));
    const bytes = await typeset(template, { height: `${millimetres}mm`, text: TEXT });
    const source = { path: "a.pdf", size: bytes.length, read: async (from: number, length: number) => bytes.subarray(from, from + length) };
    const { text, pages } = await readDocument(source, new AbortController().signal);
    expect(text).toBe(`云岭县人民检察院起诉书\n${TEXT}\n`);
    expect(pages?.length).toBeGreaterThan(1);
    expect(pages?.toSorted((one, other) => one - other)).toEqual(pages);
  },
);

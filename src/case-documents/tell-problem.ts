import type { SourceProblem } from "#scan/sources/problem.ts";

type Words = { readonly zh: string; readonly en: string };

/** Signs a document may have to be read: nobody writes a longer one, and what is longer is data. */
export const LONGEST_TEXT = 2_000_000;

export const TOO_LONG: Words = {
  zh: `正文超过${LONGEST_TEXT.toLocaleString("en")}字，不像案件文书；数据文件请到“数量”中清点。`,
  en: `The text has more than ${LONGEST_TEXT.toLocaleString("en")} characters: no case document. Count files of data under "Quantities".`,
};
export const EMPTY: Words = { zh: "文件里没有文字。", en: "There is no text in the file." };
export const NOTHING_READ: Words = {
  zh: "正文已读完，没有读到事实：没有罪名、条数、行为等可以认出的内容。",
  en: "The text was read and no fact was found: no charge, number or conduct that could be recognised.",
};
export const GIVEN_UP: Words = {
  zh: "阅读多次中断，未能完成；请重新阅读，仍不行请联系技术人员。",
  en: "Reading was cut off again and again; read it again, and tell the technicians if it stays so.",
};

/** A problem of the file in the words of who attaches documents: nobody here calls a command line. */
export function tellProblem(problem: Words & Partial<Pick<SourceProblem, "kind">>): Words {
  switch (problem.kind) {
    case "no-text-layer":
      return {
        zh: "PDF是扫描件，有的页没有文字层，读不出文字；请附带文字层的PDF，或者DOCX、TXT。",
        en: "The PDF is scanned: pages have no text layer. Attach a PDF with text, a DOCX or a TXT.",
      };
    case "archive-too-large":
      return {
        zh: "文件过大，超过可以阅读的上限；请拆分后再附。",
        en: "The file is larger than what can be read; split it and attach the parts.",
      };
    case "unknown-format":
      return {
        zh: "文件内容不是文字：既不是PDF、DOCX、HTML，也不是可以辨认编码的文本。",
        en: "The file holds no text: neither PDF, DOCX nor HTML, nor text in an encoding that is known.",
      };
    case "unsupported-format":
      return { zh: `不是可以阅读的文书：${problem.zh}`, en: `Not a document that can be read: ${problem.en}` };
    default:
      return { zh: problem.zh, en: problem.en };
  }
}

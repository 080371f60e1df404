import type { CaseDocument } from "#documents/document.ts";

type Gaps = CaseDocument["gaps"];

/** That places deleted with changes tracked were left out: what an author took back is not what the document says. */
export function tellDeleted(places: number): Gaps {
  if (places === 0) return [];
  const one = places === 1;
  return [
    {
      zh: `文档带有修订痕迹：有${places}处删除（或移走）的文字没有读入，插入的文字已读入。`,
      en: `The document has tracked changes: ${places} ${one ? "place" : "places"} deleted or moved away ${one ? "was" : "were"} left out, what was inserted was read.`,
    },
  ];
}

/** That a text is put together from lines in two encodings, each read in its own. */
export function tellMixed(lines: number, rest: "utf-8" | "gb18030"): Gaps {
  if (lines === 0) return [];
  const [few, most] = rest === "utf-8" ? ["GBK（GB18030）", "UTF-8"] : ["UTF-8", "GBK（GB18030）"];
  return [
    {
      zh: `文件中混有两种编码：${lines}行是${few}，其余是${most}；已逐行按各自的编码读取。`,
      en: `The file holds two encodings: ${lines} ${lines === 1 ? "line is" : "lines are"} ${few.replace(/[（）]/g, " ").trim()}, the rest ${most.replace(/[（）]/g, " ").trim()}; each line was read in its own.`,
    },
  ];
}

/** That a text holds signs that could not be decoded when it was written: they stand as U+FFFD. `text` without lone surrogates. */
export function tellLost(text: string): Gaps {
  const lost = text.split("\uFFFD").length - 1;
  if (lost === 0) return [];
  return [
    {
      zh: `文中有${lost}个字符读不出，以“\uFFFD”代替。`,
      en: `${lost} ${lost === 1 ? "character" : "characters"} of the text cannot be read and ${lost === 1 ? "stands" : "stand"} as "\uFFFD".`,
    },
  ];
}

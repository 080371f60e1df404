import type { OutlineContent, OutlineLine } from "#outlines/outlines.contract.ts";

const NUMERALS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;

/** 提纲文字 the outline as the step of return (field `outline`) and the document take it over: each line with its five parts. */
export function writeOutlineText({ lines }: Pick<OutlineContent, "lines">): string {
  return lines.map(writeLine).join("\n");
}

function writeLine({ matter, reason, direction, evidence, proves, cite }: OutlineLine, at: number): string {
  const parts = [`事项：${matter}`, `理由：${reason}`, `方向：${direction}`, `需补充的证据：${evidence}`, `证明作用：${proves}`];
  const number = `${numeral(at + 1)}、`;
  return `${number}${parts.join("\n")}${cite === "" ? "" : `\n依据：${cite}`}`;
}

/** 1 to 99 as Chinese outlines number their points. */
function numeral(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return NUMERALS[ones] ?? "";
  return `${tens === 1 ? "" : (NUMERALS[tens] ?? "")}十${ones === 0 ? "" : (NUMERALS[ones] ?? "")}`;
}

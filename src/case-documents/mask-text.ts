import { storableText } from "#database/storable.ts";
import { redactText } from "#redaction/redact-text.ts";

/** A text in which persons cannot be told by name or number, of the same length: a place in one is the same place in the other. */
export type MaskedText = {
  readonly text: string;
  readonly masked: Readonly<Record<string, number>>;
  readonly names: readonly MaskedName[];
};
export type MaskedName = { readonly from: number; readonly to: number; readonly masked: string };

const CIRCLED = "①②③④⑤⑥⑦⑧⑨";

/**
 * 遮蔽 hides names of private persons (张某某, 张某1), numbers, accounts, addresses below the county and birthdays, sign for sign: lengths stay as they are,
 * lines too. The same rules as for publication (redaction), so officials and counsel keep their names. What jsonb and text refuse is shown as what it is.
 */
export function maskText(text: string): MaskedText {
  const { replaced, counts } = redactText(null, text);
  const names: MaskedName[] = [];
  let masked = "";
  let at = 0;
  for (const { from, to, kind, replacement } of replaced) {
    const hidden = kind === "name" ? maskName(text.slice(from, to), replacement) : maskSigns(text.slice(from, to));
    if (kind === "name") names.push({ from, to, masked: hidden });
    masked += text.slice(at, from) + hidden;
    at = to;
  }
  masked += text.slice(at);
  return { text: storableText(masked), masked: counts, names };
}

/** The name of a document with the persons its text names hidden as there: 张三丰侵犯公民个人信息案.txt says who it is as plainly as the text. */
export function maskTitle(title: string, text: string, { names }: Pick<MaskedText, "names">): string {
  const hidden = new Map(names.map(({ from, to, masked }) => [text.slice(from, to), masked]));
  return [...hidden]
    .sort(([one], [other]) => other.length - one.length)
    .reduce((all, [plain, masked]) => all.replaceAll(plain, masked), title);
}

/** 张三丰 -> 张某某 or 张某1; 张三 -> 张某 or 张①, where several share the surname. */
function maskName(name: string, called: string): string {
  const number = /\d+$/.exec(called)?.[0];
  const surname = called.slice(0, called.indexOf("某"));
  const room = name.length - surname.length;
  if (room < 1) return "某".repeat(name.length);
  if (number === undefined) return surname + "某".repeat(room);
  if (room > number.length) return surname + "某".repeat(room - number.length) + number;
  return surname + (CIRCLED[Number(number) - 1] ?? "某") + "某".repeat(room - 1);
}

/** Letters and digits vanish; signs that only give the shape (月, 日, -, blanks) stay. */
function maskSigns(words: string): string {
  return words.replace(/[^月日\s\-:：,，;；/]/g, "×");
}

/** Marks of half a width as web pages and recognised scans write them, and what Chinese sentences are split at. */
const WIDE: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）" };
const NARROW = /[,;:?!()]/g;
const HAN = /\p{Script=Han}/u;
const SPACE = /[ \t]/;

/**
 * The text with the marks that stand beside Chinese characters written in full width, one unit for one unit, so that every place stays where it is. Marks inside
 * numbers (1,234) and in foreign words stay.
 */
export function widenMarks(text: string): string {
  return text.replace(NARROW, (mark, at: number) =>
    HAN.test(before(text, at)) || HAN.test(after(text, at)) ? (WIDE[mark] ?? mark) : mark,
  );
}

function before(text: string, at: number): string {
  const near = text[at - 1] ?? "";
  return SPACE.test(near) ? (text[at - 2] ?? "") : near;
}

function after(text: string, at: number): string {
  const near = text[at + 1] ?? "";
  return SPACE.test(near) ? (text[at + 2] ?? "") : near;
}

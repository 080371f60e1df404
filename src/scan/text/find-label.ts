import { LABEL_WORDS, type Label, LOOKALIKE_WORDS } from "#scan/text/labels.data.ts";

const WINDOW = 28;
const REACH = 12;
const LABELS = new RegExp(LABEL_WORDS.map(([, words]) => `(${words})`).join("|"), "gi");
const LOOKALIKE_BESIDE = new RegExp(
  `(?:${LOOKALIKE_WORDS})(?:编号|号码|代码|单号|号|ID|No\\.?|Number)?\\d?[\\s:：=为是#"'“（(【\\[|]*$`,
  "i",
);
/** What a sign may be, by its code: the beginning of a lookalike word (without one there is no such word), the end of a clause. */
const SIGNS = new Uint8Array(0x1_0000);
const [LOOKALIKE_START, BREAK] = [1, 2];
for (const word of LOOKALIKE_WORDS.split("|")) {
  const first = word.replace(/^\\b/, "").charAt(0);
  for (const sign of [first.toLowerCase(), first.toUpperCase()]) SIGNS[sign.charCodeAt(0)] = LOOKALIKE_START;
}
for (const sign of "0123456789。；;！!？?\n\r") {
  const code = sign.charCodeAt(0);
  SIGNS[code] = (SIGNS[code] ?? 0) | BREAK;
}

/**
 * The label of the number that begins at `from` of a folded text: the nearest announcing word within twelve characters before it in the
 * same clause, `lookalike` when a word such as 订单 stands right beside it, or null.
 */
export function findLabel(folded: string, from: number): Label | "lookalike" | null {
  let start = from;
  let lookalike = false;
  while (start > 0 && from - start < WINDOW) {
    const code = folded.charCodeAt(start - 1);
    const sign = SIGNS[code] ?? 0;
    if ((sign & BREAK) !== 0 && !isOrdinal(folded, start - 1)) break;
    lookalike ||= (sign & LOOKALIKE_START) !== 0;
    start--;
  }
  if (start === from) return null;
  const window = folded.slice(start, from);
  if (lookalike && LOOKALIKE_BESIDE.test(window)) return "lookalike";
  let label: Label | null = null;
  LABELS.lastIndex = 0;
  for (let match = LABELS.exec(window); match !== null; match = LABELS.exec(window)) {
    if (window.length - (match.index + match[0].length) > REACH) continue;
    const group = match.findIndex((part, at) => at > 0 && part !== undefined);
    label = LABEL_WORDS[group - 1]?.[0] ?? label;
  }
  return label;
}

/** The 1 of 手机1：… and IMEI2: … counts the labels of a form and ends no clause. */
function isOrdinal(folded: string, at: number): boolean {
  return /[1-9]/.test(folded.charAt(at)) && /[:：=]/.test(folded.charAt(at + 1)) && /[\p{Script=Han}A-Za-z]/u.test(folded.charAt(at - 1));
}

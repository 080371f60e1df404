/**
 * Writes full-width digits, letters and signs, odd spaces, dashes and mask signs as their plain ASCII form, one UTF-16 code unit for
 * one, so that every offset in the answer is an offset in `text`. Chinese punctuation stays as it is.
 */
export function foldText(text: string): string {
  return isFoldable(text)
    ? text.replace(EVERY_FOLDABLE, (run) => Array.from({ length: run.length }, (_, at) => foldUnit(run, at)).join(""))
    : text;
}

const FOLDED: Readonly<Record<string, string>> = {
  Ⅹ: "X",
  ⅹ: "X",
  Х: "X",
  х: "X",
  "×": "*",
  "●": "*",
  "█": "*",
  "■": "*",
  "※": "*",
  "★": "*",
  "☆": "*",
  "−": "-",
  "—": "-",
};
const CLASS =
  "[\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a\\uff20\\uff0e\\uff0d\\uff0b\\uff0a\\uff3f\\uff1d\\u00a0\\u2000-\\u2015\\u2028\\u2029\\u202f\\u205f\\u2060\\u3000\\ufeffⅩⅹХх×●█■※★☆−]";
const EVERY_FOLDABLE = new RegExp(`${CLASS}+`, "g");
const FOLDABLE = new RegExp(CLASS);

/** Whether a sign is there that folds. ASCII and Chinese characters, which most signs are, are passed over without the pattern. */
function isFoldable(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xa0 && (code <= 0x3000 || code >= 0xfeff) && !UNFOLDED.has(code)) return FOLDABLE.test(text);
  }
  return false;
}

/** Chinese punctuation that is common and stays as it is. */
const UNFOLDED = new Set([..."，：；？！（）“”‘’…·"].map((sign) => sign.charCodeAt(0)));

function foldUnit(run: string, at: number): string {
  const unit = run.charAt(at);
  const known = FOLDED[unit];
  if (known !== undefined) return known;
  const code = unit.charCodeAt(0);
  if (code >= 0xff00 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return code >= 0x2010 && code <= 0x2015 ? "-" : " ";
}

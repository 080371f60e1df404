const DIGIT = 1;
const FILLER = 2;
const UNIT = 4;
const WORD = 8;
const IN_WORD = 16;
/** What each code unit may be in a quantity: a digit, something between it and its unit, the first sign of a unit, the first or a later one of a word before it. */
const SIGNS = new Uint8Array(65536);
mark("0123456789０１２３４５６７８９零〇○一二两三四五六七八九十百千万亿廿卅壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億半", DIGIT | FILLER);
mark(",，.．-－—~～至到 \u3000\u00a0\t\n\r余多来几个wWkK+＋以左右上下许", FILLER);
mark("美港新台欧英日韩卢澳加泰块元圆人余条组个份名次张部套户枚起篇件单笔页家位对行公比以UBEGMT%％‰毛角分", UNIT);
mark("数几上成好人美港新台欧R¥￥至不超逾高多达近将接约大小少最英日韩澳泰比以UBEH$€£", WORD);
mark(
  "人民币美元港新台欧R¥￥MB至少不于低止超过逾高达多近将接约大概为到足满小最上数几好成金英镑日韩澳门泰达比特以太坊USDTCEHK$€£ \u3000\u00a0\t\n\r",
  IN_WORD,
);

/** A numeral with its separators, and the words before one, are not longer. */
const LONGEST_NUMERAL = 64;
const LONGEST_WORDS = 12;

/**
 * Whether a quantity may begin at a place: cheap, and never no where one does. Years, days and numbers of articles have no unit behind them, and most of a
 * text is no number at all. With `bare` a number needs no unit.
 */
export function mayBegin(text: string, at: number, bare: boolean): boolean {
  const sign = SIGNS[text.charCodeAt(at)] ?? 0;
  if ((sign & DIGIT) !== 0) return bare || hasUnit(text, at + 1);
  return (sign & WORD) !== 0 && hasDigit(text, at);
}

function hasUnit(text: string, from: number): boolean {
  const end = Math.min(text.length, from + LONGEST_NUMERAL);
  for (let at = from; at < end; at++) {
    const sign = SIGNS[text.charCodeAt(at)] ?? 0;
    if ((sign & UNIT) !== 0) return true;
    if ((sign & FILLER) === 0) return false;
  }
  return end === from + LONGEST_NUMERAL;
}

function hasDigit(text: string, from: number): boolean {
  const end = Math.min(text.length, from + LONGEST_WORDS);
  for (let at = from; at < end; at++) {
    const sign = SIGNS[text.charCodeAt(at)] ?? 0;
    if ((sign & DIGIT) !== 0) return true;
    if ((sign & IN_WORD) === 0) return false;
  }
  return end === from + LONGEST_WORDS;
}

function mark(signs: string, kind: number): void {
  for (const sign of signs) SIGNS[sign.charCodeAt(0)] = (SIGNS[sign.charCodeAt(0)] ?? 0) | kind;
}

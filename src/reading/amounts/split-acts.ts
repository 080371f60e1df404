/** A stretch that tells one act, or what is told between them. */
export type Act = { readonly from: number; readonly isListed: boolean; readonly isAfter: boolean };

const START =
  /\n|(?<=[。；;：:\s]|^)(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}(?:[、．]|\.(?!\d{1,2}(?:元|万|余|%|公斤|克|米))))|(?<=[。；;])(?=另查明|案发后|综上|上述|公诉机关认为|破案后|被告人[^，。；]{1,8}归案)/g;
const LISTED = /^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[、．.])/;
const AFTER =
  /^\s*(?:[又另再还]查|案发后|破案后|归案后|被告人[^，。；]{1,10}(?:归案|到案)|在(?:本案)?审理|\d{4}年[^，。；]{3,12}(?:公安|民警)|公安|民警|本案审理)/;

/** 逐笔 splits the facts at lines and at the numbers of a list: each act has its own sums. */
export function splitActs(text: string): Act[] {
  const starts = [0, ...[...text.matchAll(START)].map((match) => match.index + (match[0] === "\n" ? 1 : 0))];
  return [...new Set(starts)].map((from) => {
    const head = text.slice(from, from + 40);
    return { from, isListed: LISTED.test(head), isAfter: AFTER.test(head) };
  });
}

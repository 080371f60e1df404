/**
 * 文号 the number of a document: short name of the office, word of the kind, year in 〔〕, running number of that office, word and year:
 * `云岭检刑诉〔2026〕12号`. The database gives it when the document is issued (`give_document_number`) and never again, also where the document
 * is withdrawn. This is what stands there before.
 */
export function writeNumberToCome(shortName: string, word: string, year: number): string {
  return `${shortName}${word}〔${year}〕　号`;
}

/** The short name that follows from an office's name, until the office sets its own: 云岭县人民检察院 → 云岭, 临江市东湖区人民检察院 → 东湖. */
export function shortNameOf(officeName: string): string {
  const bare = officeName.replace(/(?:人民)?检察院$|院$/u, "");
  const short = bare.replace(/(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治[区州县旗]|[省市县区旗])$/u, "");
  const own = short.replace(/^.+?(?:省|自治区|自治州|市)(?=\p{Script=Han}{2,}$)/u, "");
  return own.length >= 2 ? own : bare;
}

const HAN = String.raw`[\p{Script=Han}，。：；！？、（）《》“”]`;
const GAP = new RegExp(`(?<=${HAN}) (?=${HAN})`, "gu");

/** A line as OCR gives it without the single space that it puts between Chinese glyphs; wider gaps, and those beside letters and digits, stay. */
export function joinGlyphs(line: string): string {
  return line.trim().replace(GAP, "");
}

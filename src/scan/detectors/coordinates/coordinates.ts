import { damaged, invalid, type Verdict, valid } from "#scan/detectors/verdict.ts";

/** 经纬度: decimal degrees, longitude to 180, latitude to 90, one of them or both with a comma. By column only. */
const NUMBER = "[-+]?\\d{1,3}(?:\\.\\d+)?";
const FORM = new RegExp(`^\\(?[NSEW东西南北经纬度:：]*(${NUMBER})°?[NSEW]?(?:[,;/ ]+[NSEW]?(${NUMBER})°?[NSEW]?)?\\)?$`, "i");

/** Judges a folded value said to be a coordinate or a pair of them. */
export function judgeCoordinates(folded: string): Verdict {
  const text = folded.trim();
  const match = FORM.exec(text);
  if (match === null) return text.includes("*") ? damaged(text, "masked") : invalid(text, "form");
  const numbers = match
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number);
  return numbers.every((number) => Math.abs(number) <= 180) ? valid(numbers.join(",")) : invalid(text, "range");
}

/** Whether a value is a pair of degrees with decimals inside or near China, as a column without a header is known by. */
export function looksLikeCoordinatePair(folded: string): boolean {
  const match = /^\(?(\d{1,3}\.\d{3,})[,; ]+(\d{1,3}\.\d{3,})\)?$/.exec(folded.trim());
  if (match === null) return false;
  const [low, high] = [Number(match[1]), Number(match[2])].sort((a, b) => a - b);
  return low !== undefined && high !== undefined && low >= 3 && low <= 54 && high >= 73 && high <= 136;
}

import { MOBILE_SEGMENTS } from "#scan/detectors/mobile/segments.data.ts";
import { damaged, invalid, type Verdict, valid } from "#scan/detectors/verdict.ts";
import { isExponential, isMasked } from "#scan/text/compact-number.ts";

/**
 * 移动电话号码: 11 digits of an allocated segment (《电信网编号计划》; MIIT allocation, `segments.data.ts`). Prefixes +86, 0086, 86 and a
 * trunk 0 are taken off. 13-digit numbers of machines (140–144, 10648) are no person's telephone.
 */
const SEGMENT = new RegExp(`^(?:${MOBILE_SEGMENTS.segments.join("|")})`);
const MACHINE = /^(?:14[0-4]\d{10}|10648\d{8})$/;

/** Judges a compact number said to be a mobile number; null for a machine's number. */
export function judgeMobile(compact: string): Verdict | null {
  const number = withoutPrefix(compact);
  if (MACHINE.test(number)) return null;
  if (isMasked(number)) return damaged(number, "masked");
  if (isExponential(number)) return damaged(number, "exponent");
  if (isMobile(number)) return valid(number, "segment");
  if (/^1\d{10}$/.test(number)) return invalid(number, "segment");
  if (/^\d{1,10}$/.test(number)) return damaged(number, "cut");
  return invalid(number, /^\d{12,}$/.test(number) ? "length" : "form");
}

/** Whether 11 digits are a mobile number of an allocated segment. */
export function isMobile(eleven: string): boolean {
  return eleven.length === 11 && /^1[3-9]\d{9}$/.test(eleven) && SEGMENT.test(eleven);
}

function withoutPrefix(compact: string): string {
  const match = /^(?:\(?(?:\+|00)86\)?|86(?=1[3-9]\d{9}$)|0(?=1[3-9]\d{9}$))(.*)$/.exec(compact);
  return match?.[1] ?? compact;
}

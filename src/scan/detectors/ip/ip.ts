import { damaged, invalid, type Verdict, valid } from "#scan/detectors/verdict.ts";
import { isMasked } from "#scan/text/compact-number.ts";

/** IPv4 (RFC 791) of four numbers to 255 without leading zeros, IPv6 (RFC 4291) of eight groups or with one ::; a port after IPv4 is no part of it. */
export function judgeIp(folded: string): Verdict {
  const text = folded.replace(/\s+/g, "").toLowerCase();
  const address = /^[\d.]+:\d{1,5}$/.test(text) ? text.slice(0, text.indexOf(":")) : text;
  if (isIpv4(address) || isIpv6(address)) return valid(address);
  if (isMasked(text) || (/^\d{1,3}(?:\.(?:\d{1,3}|x{1,3}|\*)){3}$/.test(text.replace(/x+/g, "x")) && text.includes("x")))
    return damaged(text, "masked");
  if (/^(?:\d{1,3}\.){1,2}\d{0,3}$/.test(text)) return damaged(text, "cut");
  return invalid(text, /^\d+(?:\.\d+){3}$/.test(text) ? "range" : "form");
}

export function isIpv4(text: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.|$)){4}$/.test(text) && !text.endsWith(".") && text !== "0.0.0.0";
}

export function isIpv6(text: string): boolean {
  const dotted = /^(.*:)(\d{1,3}(?:\.\d{1,3}){3})$/.exec(text);
  // ::ffff:192.0.2.1: the last two groups are written as IPv4 (RFC 4291 2.2.3).
  if (dotted !== null) return isIpv4(dotted[2] ?? "") && isIpv6(`${dotted[1]}0:0`);
  if (!/^[0-9a-f:]{3,39}$/i.test(text) || text.includes(":::")) return false;
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  if (groups.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return false;
  return halves.length === 2 ? groups.length >= 1 && groups.length <= 7 : groups.length === 8;
}

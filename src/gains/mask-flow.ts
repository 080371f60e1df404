import type { MoneyFlow, MoneyFlowLine } from "#gains/gains.contract.ts";
import { foldParty } from "#gains/treat-line.ts";
import type { Kind } from "#scan/kinds.ts";
import { maskValue } from "#scan/masking/mask-value.ts";

/** Hexadecimal digits of a party's key: enough that no two parties of a table meet. */
const KEY_LENGTH = 24;
const UNIT = /(公司|银行|支行|分行|中心|支付|财付通|支付宝|微信|合作社|事务所|商行|超市|医院|学校|有限|集团|平台)/;

export type Parties = MoneyFlow["parties"];
export type MaskedFlow = { readonly lines: readonly MoneyFlowLine[]; readonly parties: Parties };

/**
 * A money flow as it is kept: payers and payees are keyed fingerprints with a masked name beside them, serial numbers their last four
 * characters and a fingerprint, notes masked wherever something identifies. `fingerprint` answers hexadecimal digits.
 */
export function maskFlow(lines: readonly MoneyFlowLine[], fingerprint: (words: string) => string): MaskedFlow {
  const parties = new Map<string, { key: string; masked: string; paid: number; received: number }>();
  const keyOf = (name: string | null, side: "paid" | "received"): string | null => {
    if (name === null) return null;
    const key = fingerprint(`party ${foldParty(name)}`).slice(0, KEY_LENGTH);
    const party = parties.get(key) ?? { key, masked: maskParty(name), paid: 0, received: 0 };
    parties.set(key, party);
    party[side] += 1;
    return key;
  };
  const masked = lines.map(
    (line): MoneyFlowLine => ({
      ...line,
      payer: keyOf(line.payer, "paid"),
      payee: keyOf(line.payee, "received"),
      serial:
        line.serial === null ? null : `…${line.serial.slice(-4)}#${fingerprint(`serial ${foldParty(line.serial)}`).slice(0, KEY_LENGTH)}`,
      note: line.note === null ? null : maskValue(null, line.note),
      status: line.status === null ? null : maskValue(null, line.status),
    }),
  );
  const sorted = [...parties.values()].sort(
    (one, other) => other.paid + other.received - one.paid - one.received || (one.key < other.key ? -1 : 1),
  );
  return { lines: masked, parties: sorted };
}

/** A name or an account as it may be shown; units are no persons and keep their name. */
export function maskParty(name: string): string {
  const digits = name.normalize("NFKC").replace(/[\s-]/g, "");
  if (/^\d{8,}$/.test(digits) || /^\d{17}[\dXx]$/.test(digits)) return maskValue(kindOfDigits(digits), digits);
  if (name.includes("@")) return maskValue("email", name);
  if (UNIT.test(name) && !/\d{6,}/.test(name)) return name;
  const mixed = /^(\D+?)[(（]?(\d[\d*]{3,})[)）]?$/.exec(name.trim());
  if (mixed?.[1] !== undefined && mixed[2] !== undefined) return `${maskValue("name", mixed[1])}${maskValue("bank-card", mixed[2])}`;
  return maskValue("name", name);
}

function kindOfDigits(digits: string): Kind {
  if (/^1\d{10}$/.test(digits)) return "mobile";
  return /^\d{17}[\dXx]$/.test(digits) ? "resident-id" : "bank-card";
}

/** A kept line as it goes out: keys become the masked names. */
export function showLine<Line extends MoneyFlowLine>(line: Line, parties: ReadonlyMap<string, string>): Line {
  const nameOf = (key: string | null) => (key === null ? null : (parties.get(key) ?? "*"));
  return { ...line, payer: nameOf(line.payer), payee: nameOf(line.payee), serial: line.serial?.split("#")[0] ?? null };
}

/** A line that was never kept, as it may be shown. */
export function maskLine<Line extends MoneyFlowLine>(line: Line): Line {
  const mask = (text: string | null, by: (value: string) => string) => (text === null ? null : by(text));
  return {
    ...line,
    payer: mask(line.payer, maskParty),
    payee: mask(line.payee, maskParty),
    serial: mask(line.serial, (serial) => `…${serial.slice(-4)}`),
    note: mask(line.note, (note) => maskValue(null, note)),
    status: mask(line.status, (status) => maskValue(null, status)),
  };
}

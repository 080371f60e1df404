import { findInText } from "#scan/detectors/find-in-text.ts";
import { cutRecords } from "#scan/records/cut-records.ts";
import { normaliseCell } from "#scan/records/normalise-cell.ts";
import type { RecordFinding, SeizedRecord } from "#scan/records/seized-record.ts";

const SECRET = /(密码|口令|cvv2?|cvc2?|安全码|余额|password|passwd|pwd|balance)\s*[是为:：=]?\s*[\w.￥¥]+/i;
const MONEY_ACCOUNT = /支付宝|支付密码|支付账号|网银|财付通|钱包|alipay/i;

/**
 * The records of one unit of free text, a line or a message: its findings, cut where a kind comes that the record already has. With
 * `asContent` the unit itself was leaked (`--as communication-content`): it is one record, never cut, and its text is part of it.
 */
export function readTextRecords(text: string, { row, offsetOf, today }: TextPlace, asContent: boolean): SeizedRecord[] {
  const found = findInText(text, today).map((finding): RecordFinding => ({ ...finding, column: -1, otherParty: false }));
  const normalised = () => normaliseCell(text);
  if (asContent) {
    const content: RecordFinding = {
      kind: "communication-content",
      state: "valid",
      value: normalised(),
      from: 0,
      to: text.length,
      because: null,
      column: -1,
      otherParty: false,
    };
    return [buildRecord(text, row, [...found, content], () => offsetOf(0), normalised)];
  }
  return cutRecords(found).map((findings) => {
    const values = () => findings.map(({ kind, value }) => `${kind}\u0000${value}`).join("\u001f");
    return buildRecord(text, row, findings, () => offsetOf(findings[0]?.from ?? 0), values);
  });
}

/** Where a unit of text stands, and the day after which no one is born. */
export type TextPlace = { readonly row: number; readonly offsetOf: (place: number) => number; readonly today: string };

function buildRecord(
  text: string,
  row: number,
  findings: readonly RecordFinding[],
  offset: () => number,
  says: () => string,
): SeizedRecord {
  const card = findings.some(({ kind }) => kind === "bank-card");
  const account = findings.some(({ kind }) => kind === "account-password");
  const content = findings.some(({ kind }) => kind === "communication-content");
  return {
    row,
    findings,
    photograph: false,
    secret: card && SECRET.test(text),
    moneyAccount: account && MONEY_ACCOUNT.test(text),
    offset,
    // Of a card beside its password the account is what is told, whatever else stands in the line.
    details: () =>
      content
        ? says()
        : findings
            .filter(({ kind }) => kind === "bank-card")
            .map(({ value }) => value)
            .join("\u001f"),
    everything: says,
    cells: () => findings.map(({ kind, state, from, to }) => ({ column: "", kind, state, raw: text.slice(from, to) })),
  };
}

import { findInText } from "#scan/detectors/find-in-text.ts";
import type { Finding } from "#scan/finding.ts";
import { cutRecords } from "#scan/records/cut-records.ts";
import { findCompanions, findLabelledPairs, joinCompanions } from "#scan/records/join-companions.ts";
import { normaliseCell } from "#scan/records/normalise-cell.ts";
import type { RecordFinding, SeizedRecord } from "#scan/records/seized-record.ts";
import { isFree } from "#scan/text/find-place.ts";

const SECRET = /(密码|口令|cvv2?|cvc2?|安全码|余额|password|passwd|pwd|balance)\s*[是为:：=]?\s*[\w.￥¥]+/i;
const MONEY_ACCOUNT = /支付宝|支付密码|支付账号|网银|财付通|钱包|alipay/i;

/** Where a unit of text stands, the day after which no one is born, and whether names and addresses are looked for (`--names-in-text`). */
export type TextPlace = {
  readonly row: number;
  readonly offsetOf: (place: number) => number;
  readonly today: string;
  readonly names: boolean;
};

/**
 * The records of one unit of free text, a line or a message: its findings, cut where a kind comes that the record already has, and the names and
 * addresses that belong to them. Names and addresses never cut; without another finding only a labelled pair of both is a record. With
 * `asContent` the unit itself was leaked (`--as communication-content`): it is one record, never cut, and its text is part of it.
 */
export function readTextRecords(text: string, place: TextPlace, asContent: boolean): SeizedRecord[] {
  const found = findInText(text, place.today);
  if (asContent) return [readMessage(text, place, found)];
  return groupFindings(text, found, place.names).map((group) => {
    const findings = group.map(inText);
    const values = () => {
      const numbers = findings.filter(({ kind }) => kind !== "name" && kind !== "address");
      return (numbers.length > 0 ? numbers : findings).map(({ kind, value }) => `${kind}\u0000${value}`).join("\u001f");
    };
    return buildRecord(text, place.row, findings, () => place.offsetOf(findings[0]?.from ?? 0), values);
  });
}

function groupFindings(text: string, found: readonly Finding[], names: boolean): Finding[][] {
  if (found.length === 0) return names ? findLabelledPairs(text) : [];
  const records = cutRecords(found);
  return names ? joinCompanions(records, findCompanions(text, found), text) : records;
}

/** A message that was itself leaked: one record. A name in it says nothing of whose message it is, only a labelled name with its address does. */
function readMessage(text: string, place: TextPlace, found: readonly Finding[]): SeizedRecord {
  const normalised = () => normaliseCell(text);
  const content: Finding = {
    kind: "communication-content",
    state: "valid",
    value: normalised(),
    from: 0,
    to: text.length,
    because: null,
  };
  const pairs = place.names ? findLabelledPairs(text).flat() : [];
  const own = [...found, ...pairs.filter((pair) => isFree(found, pair))];
  return buildRecord(text, place.row, [...own, content].map(inText), () => place.offsetOf(0), normalised);
}

function inText(finding: Finding): RecordFinding {
  return { ...finding, column: -1, otherParty: false };
}

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
    cells: () => findings.map(({ kind, state, from, to, because }) => ({ column: "", kind, state, raw: text.slice(from, to), because })),
  };
}

import { isHeaderBelow } from "#scan/columns/find-header.ts";
import { normaliseHeader } from "#scan/columns/normalise-header.ts";
import { findInCell } from "#scan/detectors/find-in-cell.ts";
import type { ColumnMeaning, Finding } from "#scan/finding.ts";
import { isKind } from "#scan/kinds.ts";
import { findPlainNumber } from "#scan/records/find-plain-number.ts";
import { normaliseCell } from "#scan/records/normalise-cell.ts";
import { readCountedTime } from "#scan/records/normalise-time.ts";
import { CATEGORY_KINDS, type RecordCell, type RecordFinding, type SeizedRecord } from "#scan/records/seized-record.ts";
import type { ColumnReport } from "#scan/scan.contract.ts";
import { foldText } from "#scan/text/fold-text.ts";
import { isPlaceholder } from "#scan/text/placeholders.ts";
import { stripCell } from "#scan/text/strip-cell.ts";

const PHOTOGRAPH = /照片|相片|头像|证件照|免冠|photo|portrait/i;
const SECRET = /密码|口令|cvv|cvc|安全码|余额|passw|pwd|balance/i;
const PASSWORD = /密码|口令|passw|pwd/i;
const ACCOUNT = /(?:账号|帐号|账户|帐户|账户名|用户名称?|登录名|登陆名|user|username|login|loginname|account|accountname|uid)$/;
/** What one may sign in with. */
const SIGNS_IN: ReadonlySet<string> = new Set(["qq", "wechat", "email", "mobile"]);
const MONEY_ACCOUNT = /支付|网银|网上银行|钱包|财付通|微付通|证券|理财|转账|alipay|pay|bank|wallet/i;
/** Columns in which a spreadsheet's number stands for a moment. */
const TIME = /时间|时刻|日期|[入离退到]店|入住|退房|time|date|check-?(?:in|out)|^[a-z]{2}(?:sj|rq)$/i;
const HOLDS_SIGNS = /[!-~\uFF01-\uFF5E]/;
const SHORT = 6;
const MOST_SEEN = 20_000;
const BALANCE = /余额|balance/i;

/**
 * Reads the rows of one table as records. The one record it answers is filled again by the next row: blank rows, rows that repeat the
 * header or name other columns, and rows without a finding are none.
 */
export class TableRecords implements SeizedRecord {
  row = 0;
  findings: RecordFinding[] = [];
  photograph = false;
  secret = false;
  moneyAccount = false;
  offset: () => number = () => 0;
  readonly columns: readonly ColumnMeaning[];
  readonly #today: string;
  readonly #plan: readonly ColumnPlan[];
  readonly #details: readonly number[];
  /** columns that say whose password stands beside */
  readonly #accounts: readonly number[];
  readonly header: readonly string[] | null;
  #cells: readonly string[] = [];
  readonly #seen: (Map<string, readonly Finding[]> | undefined)[] = [];

  constructor(columns: readonly ColumnMeaning[], header: readonly string[] | null, today: string) {
    this.columns = columns;
    this.#today = today;
    this.header = header;
    this.#plan = columns.map(planColumn);
    const places = (holds: (column: ColumnMeaning) => boolean) => columns.flatMap((column, at) => (holds(column) ? [at] : []));
    const accounts = places(
      ({ name, kind }) => kind !== "account-password" && (SIGNS_IN.has(kind ?? "") || ACCOUNT.test(normaliseHeader(name))),
    );
    this.#accounts = accounts.length > 0 ? accounts : places(({ kind }) => kind === "name");
    // In the order of the names, so that the same facts in another order of columns are the same facts.
    this.#details = columns
      .flatMap((_, at) => (this.#plan[at]?.detail === true ? [at] : []))
      .sort((a, b) => compare(columns[a]?.name, columns[b]?.name));
  }

  /** The record of a row, or null when the row is none. `row` counts from 1; `offset` is asked only when the place is shown. */
  read(cells: readonly string[], row: number, offset: () => number): SeizedRecord | null {
    if (this.header !== null && cells[0] === this.header[0] && isSameRow(cells, this.header)) return null;
    this.findings = [];
    this.photograph = this.secret = this.moneyAccount = false;
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at];
      if (cell !== undefined && cell !== "") this.#readCell(cell, at);
    }
    if (this.findings.length === 0 || (!this.#holdsNumber() && isHeaderBelow(cells))) return null;
    this.#joinAccounts(cells);
    this.row = row;
    this.offset = offset;
    this.#cells = cells;
    return this;
  }

  details = (): string => {
    let said = false;
    const facts = this.#details.map((at) => {
      const fact = this.#normalised(at);
      said ||= fact !== "";
      return fact;
    });
    return said ? facts.join("\u001f") : "";
  };

  everything = (): string => {
    const cells = this.#cells.map((_, at) => this.#normalised(at));
    while (cells.at(-1) === "") cells.pop();
    return cells.join("\u001f");
  };

  cells = (): readonly RecordCell[] =>
    this.#cells.flatMap((raw, at) => {
      const column = this.columns[at]?.name ?? `列${at + 1}`;
      const own = this.findings.filter((finding) => finding.column === at);
      const meaning = this.columns[at]?.kind ?? null;
      if (own.length > 0 && !CATEGORY_KINDS.has(own[0]?.kind ?? "name"))
        return own.map(({ kind, state, from, to, because }) => ({ column, kind, state, raw: raw.slice(from, to) || raw, because }));
      return meaning !== null && isKind(meaning) && raw.trim() !== "" ? [{ column, kind: meaning, state: own[0]?.state ?? null, raw }] : [];
    });

  /** Whether anything but a word (which may read as a name) was found: a row that holds none may be the header of a table below. */
  #holdsNumber(): boolean {
    return this.findings.some(({ kind, state }) => state === "valid" && kind !== "name" && kind !== "address" && !CATEGORY_KINDS.has(kind));
  }

  /** A password says whose it is only with its account: two accounts with one password are two, and 123456 is somebody's. */
  #joinAccounts(cells: readonly string[]): void {
    if (this.#accounts.length === 0) return;
    for (const [place, finding] of this.findings.entries()) {
      if (finding.kind !== "account-password" || !PASSWORD.test(this.columns[finding.column]?.name ?? "")) continue;
      const before = this.#accounts.filter((at) => at < finding.column);
      const account = normaliseCell(cells[before.at(-1) ?? this.#accounts[0] ?? -1] ?? "");
      if (account !== "" && !isPlaceholder(account)) this.findings[place] = { ...finding, value: `${account}:${finding.value}` };
    }
  }

  #readCell(cell: string, at: number): void {
    const plan = this.#plan[at] ?? UNKNOWN_COLUMN;
    if (plan.photograph || plan.secret) {
      const says = !isPlaceholder(stripCell(foldText(cell)).text);
      this.photograph ||= plan.photograph && says;
      this.secret ||= plan.secret && says;
    }
    if (plan.skip) return;
    for (const finding of this.#findings(plan, cell, at)) {
      const { kind, state, value, from, to, because } = finding;
      const category = CATEGORY_KINDS.has(kind);
      if (category && this.#mergeCategory(finding)) continue;
      if (kind === "account-password" && plan.moneyAccount) this.moneyAccount = true;
      // Written out: of every cell of every row, copying by name is what takes longest.
      this.findings.push({ kind, state, value, from, to, because, column: at, otherParty: plan.meaning.otherParty && !category });
    }
  }

  /** Short cells (names, towns, 男) come again and again: what was found in one is kept. A column of no kind needs a letter or digit. */
  #findings(plan: ColumnPlan, cell: string, at: number): readonly Finding[] {
    if (plan.meaning.kind === null && !HOLDS_SIGNS.test(cell)) return [];
    if (cell.length > SHORT) return findPlainNumber(plan.meaning.kind, cell, this.#today) ?? findInCell(plan.meaning, cell, this.#today);
    const memory = (this.#seen[at] ??= new Map());
    let found = memory.get(cell);
    if (found === undefined) {
      found = findInCell(plan.meaning, cell, this.#today);
      if (memory.size >= MOST_SEEN) memory.clear();
      memory.set(cell, found);
    }
    return found;
  }

  /** Several columns of one category in a row are one finding: what they say together is its value. */
  #mergeCategory(finding: Finding): boolean {
    const at = this.findings.findIndex((before) => before.kind === finding.kind);
    const before = this.findings[at];
    if (before === undefined) return false;
    const state = before.state === "valid" || finding.state === "valid" ? "valid" : before.state;
    this.findings[at] = { ...before, state, value: `${before.value}\u001f${finding.value}` };
    return true;
  }

  #normalised(at: number): string {
    let only: RecordFinding | undefined;
    let count = 0;
    for (const finding of this.findings)
      if (finding.column === at && !CATEGORY_KINDS.has(finding.kind)) {
        only = finding;
        count++;
      }
    return count === 1 && only?.state === "valid" ? only.value : this.#compared(at);
  }

  #compared(at: number): string {
    const cell = this.#cells[at] ?? "";
    return (this.#plan[at]?.time === true ? readCountedTime(cell) : null) ?? normaliseCell(cell);
  }
}

type ColumnPlan = {
  readonly meaning: ColumnMeaning;
  readonly skip: boolean;
  readonly detail: boolean;
  readonly time: boolean;
  readonly photograph: boolean;
  readonly secret: boolean;
  readonly moneyAccount: boolean;
};

const UNKNOWN_COLUMN = planColumn({ name: "", kind: null, share: 0, evidence: [], otherParty: false, detail: false });

function planColumn(meaning: ColumnMeaning): ColumnPlan {
  const { name, kind } = meaning;
  return {
    meaning,
    skip: kind !== null && !isKind(kind),
    // The other side of a relation and the account itself are part of what is told; a balance is not: another balance is the same account.
    detail: (meaning.detail || meaning.otherParty || kind === "bank-card") && !BALANCE.test(name),
    time: TIME.test(name),
    photograph: PHOTOGRAPH.test(name),
    secret: SECRET.test(name),
    moneyAccount: MONEY_ACCOUNT.test(name),
  };
}

/** Whether what stands in a column of this name decides a record's tier by standing there: a photograph, a password, a balance. */
export function isFlagColumn(name: string): boolean {
  return PHOTOGRAPH.test(name) || SECRET.test(name);
}

function isSameRow(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, at) => cell === b[at]);
}

function compare(a: string | undefined = "", b: string | undefined = ""): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * A table's columns as they are reported: what each holds and because of what. The first carries the table's shape and how many records
 * it gave, so that a document with several tables tells them apart.
 */
export function reportColumns(columns: readonly ColumnMeaning[], table: ColumnReport["table"] | null): ColumnReport[] {
  return columns.map(({ name, kind, share, evidence, inferred }, at) => ({
    name,
    kind,
    share: Math.round(share * 1e4) / 1e4,
    because: [...evidence],
    ...(inferred === undefined ? {} : { inferred }),
    ...(at === 0 && table !== null ? { table } : {}),
  }));
}

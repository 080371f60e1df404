import { CURRENCY_WORDS, DIRECTION_WORDS, FLOW_COLUMNS } from "#gains/flow-words.data.ts";
import type { MoneyFlowLine } from "#gains/gains.contract.ts";
import { decimalsOf, readAmount, writeAmount } from "#gains/money.ts";
import { cellOf, findHeader, type NamedColumn, readDay, type Table } from "#tables/table.ts";

type Meaning = keyof typeof FLOW_COLUMNS;
type Columns = readonly NamedColumn<Meaning>[];
type Sentence = { readonly zh: string; readonly en: string };
export type FlowReading = {
  readonly lines: readonly MoneyFlowLine[];
  /** what each column was taken for, `sheet` by sheet */
  readonly columns: readonly { readonly sheet: string | null; readonly name: string; readonly means: string | null }[];
  /** tables without a header that names an amount: nothing was read from them */
  readonly unread: readonly { readonly sheet: string | null; readonly rows: number; readonly sentence: Sentence }[];
  /** rows below a header without an amount: totals, notes, empty forms */
  readonly skipped: readonly { readonly sheet: string | null; readonly row: number }[];
};

/**
 * Reads the lines of money-flow tables: the header is found by its words, amounts exactly or not at all. A row without any amount cell
 * filled (a total, a note below the table) is no line. A line whose amount cannot be read is kept with its problem.
 */
export function readMoneyFlow(tables: readonly Table[]): FlowReading {
  const lines: MoneyFlowLine[] = [];
  const columns: FlowReading["columns"][number][] = [];
  const unread: FlowReading["unread"][number][] = [];
  const skipped: FlowReading["skipped"][number][] = [];
  for (const table of tables) {
    if (table.rows.length === 0) continue;
    const header = findHeader(table, FLOW_COLUMNS, 2);
    const money = header?.columns.some(({ means }) => means === "amount" || means === "in" || means === "out") ?? false;
    if (header === null || !money) {
      const sentence = { zh: "没有找到写明金额列的表头，未读取", en: "no header that names a column of amounts; not read" };
      unread.push({ sheet: table.sheet, rows: table.rows.length, sentence });
      continue;
    }
    columns.push(...header.columns.map(({ name, means }) => ({ sheet: table.sheet, name, means })));
    const read: ReadLine[] = [];
    for (const { row, cells } of table.rows) {
      if (row <= header.row) continue;
      const found = readRow(table.sheet, row, cells, header.columns);
      if (found.length === 0) skipped.push({ sheet: table.sheet, row });
      read.push(...found);
    }
    // Many statements write every expense with a minus; where they do not, a minus takes the expense back.
    const minusIsUsual = read.every(({ line, negative }) => line.stated !== "out" || line.amount === null || negative);
    for (const { line, negative, ofSign } of read)
      lines.push({ ...line, takesBack: negative && !ofSign && !(line.stated === "out" && minusIsUsual) });
  }
  return { lines, columns, unread, skipped };
}

type ReadLine = { readonly line: MoneyFlowLine; readonly negative: boolean; readonly ofSign: boolean };

function readRow(sheet: string | null, row: number, cells: readonly string[], columns: Columns): ReadLine[] {
  const cell = (meaning: Meaning) => cellOf(cells, columns, meaning);
  if (/^(合计|总计|小计|共计|total|subtotal)/i.test((cells.find((one) => one.trim() !== "") ?? "").replace(/\s/g, ""))) return [];
  const amounts = amountsOf(cell);
  if (amounts.length === 0) return [];
  const stated = directionOf(cell("direction"));
  const named = { own: cell("own"), peer: cell("peer"), payer: cell("payer"), payee: cell("payee") };
  return amounts.map(({ text, side }, at): ReadLine => {
    const currencyCell = cell("currency");
    const currency =
      currencyCell === null
        ? null
        : (CURRENCY_WORDS[currencyCell.normalize("NFKC").toUpperCase()] ?? CURRENCY_WORDS[currencyCell.trim()] ?? null);
    const first = readAmount(text, 8);
    const used = currency ?? (first.ok ? first.currency : null) ?? "CNY";
    const amount = readAmount(text, decimalsOf(used));
    const problem = problemOf(amount, currencyCell, currency, first.ok ? first.currency : null, text);
    const units = amount.ok ? amount.units : 0n;
    const ofSign = side === null && stated === null && signsTellDirection(columns);
    const direction = ofSign ? (units < 0n ? "out" : "in") : (side ?? stated);
    const [payer, payee] = partiesOf(named, direction);
    const id = `${sheet === null ? "" : `${sheet}#`}${row}${at === 0 ? "" : "b"}`;
    const line: MoneyFlowLine = {
      id,
      sheet,
      row,
      date: readDay(cell("date") ?? ""),
      payer,
      payee,
      amount: problem === null && amount.ok ? writeAmount(units < 0n ? -units : units, decimalsOf(used)) : null,
      currency: used,
      stated: direction,
      takesBack: false,
      note: joinTexts([cell("type"), cell("summary"), cell("goods"), cell("note")]),
      serial: cell("serial"),
      status: cell("status"),
      rounded: amount.ok && amount.rounded,
      problem,
    };
    return { line, negative: units < 0n, ofSign };
  });
}

/** All that a row says in words: a refund may stand in the type, the summary or the note. Null when it says nothing. */
function joinTexts(texts: readonly (string | null)[]): string | null {
  const said = texts.filter((text) => text !== null && text !== "/");
  return said.length === 0 ? null : said.join("；");
}

type Side = "in" | "out";

/** The filled amount cells of a row: one column, or one for each direction. A zero beside the other direction's amount is an empty cell. */
function amountsOf(cell: (meaning: Meaning) => string | null): { text: string; side: Side | null }[] {
  const sided = (["in", "out"] as const).flatMap((side) => {
    const text = cell(side);
    return text === null || /^[-—–0.,\s]*$/.test(text) ? [] : [{ text, side }];
  });
  if (sided.length > 0) return sided;
  const text = cell("amount");
  return text === null ? [] : [{ text, side: null }];
}

function directionOf(text: string | null): MoneyFlowLine["stated"] {
  if (text === null) return null;
  const folded = text.normalize("NFKC").replace(/\s/g, "").toLowerCase();
  for (const direction of ["in", "out", "internal"] as const)
    if (DIRECTION_WORDS[direction].some((word) => word === folded)) return direction;
  return null;
}

/** Where the table names neither direction nor parties, the sign of the amount is the direction. */
function signsTellDirection(columns: Columns): boolean {
  return !columns.some(({ means }) => means === "direction" || means === "payer" || means === "payee" || means === "in" || means === "out");
}

/** A statement of one account names its own side and the other one; which of them paid follows from the direction. */
function partiesOf(
  named: Record<"own" | "peer" | "payer" | "payee", string | null>,
  direction: MoneyFlowLine["stated"],
): [string | null, string | null] {
  if (named.payer !== null || named.payee !== null) return [named.payer, named.payee];
  if (direction === "in") return [named.peer, named.own];
  if (direction === "out") return [named.own, named.peer];
  return [null, null];
}

function problemOf(
  amount: ReturnType<typeof readAmount>,
  currencyCell: string | null,
  currency: string | null,
  inAmount: string | null,
  text: string,
): Sentence | null {
  if (currencyCell !== null && currency === null) return { zh: "币种不能识别", en: "the currency is not known" };
  if (currency !== null && inAmount !== null && currency !== inAmount)
    return { zh: "金额中的币种与币种列不同", en: "the currency in the amount is not that of its column" };
  if (currency === null && inAmount === null && /^\s*[-(]?\$/.test(text.normalize("NFKC")))
    return { zh: "“$”未写明是哪种货币", en: "“$” does not say which currency" };
  if (!amount.ok) return { ...amount.problem };
  return null;
}

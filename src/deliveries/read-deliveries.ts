import { Delivery, type DeliveryReading } from "#deliveries/deliveries.contract.ts";
import { DELIVERY_COLUMNS, DIRECTION_WORDS, TIER_WORDS, YES_NO } from "#deliveries/delivery-words.data.ts";
import { cellOf, findHeader, type NamedColumn, readDay, type Table } from "#tables/table.ts";

type Meaning = keyof typeof DELIVERY_COLUMNS;
type Problem = DeliveryReading["problems"][number];
/** A reference in a cell of items (`@count.json:C`), answered by whoever knows the file: the items, or null. */
export type FindFigure = (reference: string) => number | null;

/**
 * Reads the lines of tables of deliveries. The header needs a column of sets and one of directions; a row that names no set, no direction
 * that is known, or a number that is none is a problem and no line: nothing is guessed. An empty number means the whole set.
 */
export function readDeliveries(tables: readonly Table[], findFigure: FindFigure = () => null): DeliveryReading {
  const deliveries: Delivery[] = [];
  const columns: DeliveryReading["columns"] = [];
  const problems: Problem[] = [];
  for (const table of tables) {
    if (table.rows.length === 0) continue;
    const header = findHeader(table, DELIVERY_COLUMNS, 2);
    const has = (meaning: Meaning) => header?.columns.some(({ means }) => means === meaning) ?? false;
    if (header === null || !has("set") || !has("direction")) {
      const place = table.sheet === null ? { zh: "", en: "" } : { zh: `工作表“${table.sheet}”`, en: `sheet “${table.sheet}”: ` };
      problems.push({
        row: null,
        sentence: {
          zh: `${place.zh}没有找到写明“批次”和“方向”的表头，未读取`,
          en: `${place.en}no header that names set and direction; not read`,
        },
      });
      continue;
    }
    columns.push(...header.columns.map(({ name, means }) => ({ sheet: table.sheet, name, means })));
    for (const { row, cells } of table.rows) {
      if (row <= header.row) continue;
      const read = readRow(table.sheet, row, cells, header.columns, findFigure);
      if ("problem" in read) problems.push({ row, sentence: read.problem });
      else deliveries.push(read.delivery);
    }
  }
  return { deliveries, columns, problems };
}

type Read = { readonly delivery: Delivery } | { readonly problem: Problem["sentence"] };

function readRow(
  sheet: string | null,
  row: number,
  cells: readonly string[],
  columns: readonly NamedColumn<Meaning>[],
  findFigure: FindFigure,
): Read {
  const cell = (meaning: Meaning) => cellOf(cells, columns, meaning);
  const [set, direction] = [cell("set"), wordIn(DIRECTION_WORDS, cell("direction"))];
  if (set === null) return problem("没有写明批次", "it names no set");
  if (direction === null) return problem("方向应为取得、出售、提供或者发布", "the direction must be obtained, sold, provided or published");
  const tier = wordIn(TIER_WORDS, cell("tier"));
  if (cell("tier") !== null && tier === null) return problem("档次应为A、B、C", "the tier must be A, B or C");
  const [items, setItems] = [readItems(cell("items"), findFigure), readItems(cell("setItems"), findFigure)];
  if (items === undefined || setItems === undefined) return problem("条数不是整数", "the number of items is no whole number");
  const date = cell("date") === null ? null : readDay(cell("date") ?? "");
  if (cell("date") !== null && date === null) return problem("日期不能识别", "the date is not known");
  const yes = wordIn(YES_NO, cell("insider"));
  const parsed = Delivery.safeParse({
    row,
    sheet,
    set,
    tier,
    direction,
    party: cell("party"),
    date,
    items,
    setItems,
    ledger: null,
    insider: yes === null ? null : yes === "yes",
    note: cell("note"),
  });
  return parsed.success ? { delivery: parsed.data } : problem("有内容过长或者超出范围", "something is too long or out of range");
}

/** Null when the cell is empty, undefined when it holds something else than a whole number or a reference that is known. */
function readItems(cell: string | null, findFigure: FindFigure): number | null | undefined {
  if (cell === null) return null;
  const text = cell.normalize("NFKC").replace(/[\s,]/g, "").replace(/条$/, "");
  if (text.startsWith("@")) return findFigure(text.slice(1)) ?? undefined;
  const whole = /^(\d{1,12})(?:\.0+)?$/.exec(text)?.[1];
  if (whole !== undefined) return Number(whole);
  const wan = /^(\d{1,8})(?:\.(\d{1,4}))?万$/.exec(text);
  return wan ? Number(wan[1]) * 10_000 + Number((wan[2] ?? "").padEnd(4, "0")) : undefined;
}

function wordIn<Word extends string>(words: Readonly<Record<Word, readonly string[]>>, cell: string | null): Word | null {
  if (cell === null) return null;
  const folded = cell.normalize("NFKC").replace(/\s/g, "").toLowerCase();
  for (const word in words) if (words[word].includes(folded)) return word;
  return null;
}

function problem(zh: string, en: string): Read {
  return { problem: { zh, en } };
}

import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";

/** 违法所得 shapes of money flows and of what they come to. Amounts are decimal strings, never floating point. */
const Sentence = z.object({ zh: z.string(), en: z.string() });
/** An amount as a decimal string: `1234.50`, `-3`, up to eight decimals for what is not kept in hundredths. */
export const Amount = z.string().regex(/^-?\d{1,18}(\.\d{1,8})?$/);
/** CNY, USD, HKD …; also USDT and the like. */
export const Currency = z.string().regex(/^[A-Z]{3,6}$/);

/**
 * What a line does to the figures. Into the account: `gain` (income from the act), `cost-returned` (a payment came back), and out of it:
 * `refund` (given back to a buyer), `reversal` (an income that the bank took back), `cost` (spent on the act). Neither: `internal` (between
 * the accused's own accounts), `unrelated`, `failed` (the payment did not happen), `duplicate`, and `open`: nobody has decided.
 */
export const Treatment = z.enum([
  "gain",
  "cost-returned",
  "refund",
  "reversal",
  "cost",
  "internal",
  "unrelated",
  "failed",
  "duplicate",
  "open",
]);
export type Treatment = z.infer<typeof Treatment>;
export const Direction = z.enum(["in", "out", "internal", "unknown"]);
export type Direction = z.infer<typeof Direction>;

/** 一笔流水 one line of a money-flow table as it was read, with the way back to it. */
export const MoneyFlowLine = z.object({
  /** `12`, or `流水#12` in a workbook: what decisions name */
  id: z.string(),
  sheet: z.string().nullable(),
  /** row of the table, 1-based, the header included */
  row: z.number().int().positive(),
  date: z.iso.date().nullable(),
  payer: z.string().nullable(),
  payee: z.string().nullable(),
  /** never negative; null when it could not be read (`problem` says why) */
  amount: Amount.nullable(),
  currency: Currency,
  /** what the table itself says (收/支, two columns of amounts, a sign); `internal` for 不计收支; null when it says nothing */
  stated: Direction.exclude(["unknown"]).nullable(),
  /** a negative amount: the line takes back what its direction says */
  takesBack: z.boolean(),
  note: z.string().nullable(),
  serial: z.string().nullable(),
  status: z.string().nullable(),
  /** the cell held a spreadsheet's artefact (1234.5599999999999), read as the fifteen digits that the program shows */
  rounded: z.boolean().default(false),
  problem: Sentence.nullable(),
});
export type MoneyFlowLine = z.infer<typeof MoneyFlowLine>;

const Choice = z.object({ deduct: z.boolean(), reason: z.string().trim().min(1).max(400) });

/** 取舍 what a person decided about the lines; everything that is not decided is marked as presumed or open. */
export const GainsChoices = z.object({
  /** names and account numbers of the accused as they stand in the table */
  own: z.array(z.string().trim().min(1).max(120)).max(200).default([]),
  decisions: z
    .array(
      z.object({
        line: z.string().max(200),
        treatment: Treatment.exclude(["open"]),
        /** for a refund or reversal: the income it takes back; for a returned cost: the cost */
        refersTo: z.string().max(200).nullable().default(null),
        reason: z.string().trim().min(1).max(400),
      }),
    )
    .max(20_000)
    .default([]),
  /** refunds to buyers off the gains? null = nobody chose: deducted, the reading in favour of the accused */
  refunds: Choice.nullable().default(null),
  /** costs off the gains? null = nobody chose: not deducted; profit (获利) always deducts them */
  costs: Choice.nullable().default(null),
  /** yuan for one unit of a foreign currency, one a currency */
  rates: z
    .array(
      z.object({
        currency: Currency,
        rate: z.string().regex(/^\d{1,9}(\.\d{1,8})?$/),
        on: z.iso.date(),
        source: z.string().trim().min(1).max(200),
      }),
    )
    .max(40)
    .default([]),
});
export type GainsChoices = z.infer<typeof GainsChoices>;

export const CountedLine = MoneyFlowLine.extend({
  direction: Direction,
  treatment: Treatment,
  /** by rule, not by a person */
  presumed: z.boolean(),
  /** signed effect on the gains, in the line's currency; 0 for what does not touch them */
  onGains: Amount,
  onProfit: Amount,
  because: Sentence,
  refersTo: z.string().nullable(),
});
export type CountedLine = z.infer<typeof CountedLine>;

/** The figures of one currency; `gains` and `profit` follow from the rest by the choices. */
export const CurrencyFigures = z.object({
  currency: Currency,
  received: Amount,
  /** of `received`: what rests on the default reading and not on a person's decision */
  presumedReceived: Amount,
  refunds: Amount,
  reversals: Amount,
  costs: Amount,
  costsReturned: Amount,
  gains: Amount,
  profit: Amount,
  open: z.object({ lines: z.number().int(), in: Amount, out: Amount, unknown: Amount }),
});
export type CurrencyFigures = z.infer<typeof CurrencyFigures>;

/** 违法所得计算 what the lines come to. `total` is in yuan: CNY and every currency that has a rate. */
export const GainsResult = z.object({
  currencies: z.array(CurrencyFigures),
  total: z.object({
    currency: z.literal("CNY"),
    gains: Amount,
    profit: Amount,
    /** gains without the lines that are only presumed to be income */
    decidedGains: Amount,
    converted: z.array(
      z.object({
        currency: Currency,
        rate: z.string(),
        on: z.iso.date(),
        source: z.string(),
        gains: Amount,
        profit: Amount,
      }),
    ),
    /** currencies without a rate: not in the total */
    apart: z.array(Currency),
  }),
  /** as an assessment takes them, in yuan; null = unknown while the result is not complete */
  facts: z.object({ gains: z.number().min(0).nullable(), profit: z.number().min(0).nullable() }),
  /** no line is open, unreadable or in a currency kept apart */
  complete: z.boolean(),
  open: z.number().int(),
  unreadable: z.number().int(),
  presumed: z.number().int(),
  choices: z.object({
    refunds: z.object({ deduct: z.boolean(), chosen: z.boolean(), reason: Sentence }),
    costs: z.object({ deduct: z.boolean(), chosen: z.boolean(), reason: Sentence }),
  }),
  lines: z.array(CountedLine),
  notices: z.array(Sentence),
});
export type GainsResult = z.infer<typeof GainsResult>;
/** The same without its lines: what those may see who may not see rows. */
export const GainsFigures = GainsResult.omit({ lines: true });
export type GainsFigures = z.infer<typeof GainsFigures>;

// The case's side.

/** 流水表 a money-flow table of a case. Payers and payees go out masked; `parties` are what `own` can name. */
export const MoneyFlow = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  name: z.string(),
  sha256: z.string(),
  lines: z.number().int(),
  unreadable: z.number().int(),
  from: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
  columns: z.array(z.object({ sheet: z.string().nullable(), name: z.string(), means: z.string().nullable() })),
  parties: z.array(z.object({ key: z.string(), masked: z.string(), paid: z.number().int(), received: z.number().int() })),
  importedBy: z.string(),
  importedAt: z.iso.datetime(),
});
export type MoneyFlow = z.infer<typeof MoneyFlow>;
export const MoneyFlowList = z.object({ items: z.array(MoneyFlow) });
export const ImportMoneyFlowQuery = z.object({ requestId: RequestId, name: z.string().trim().min(1).max(200) });
export const MoneyFlowIdParams = z.object({ moneyFlowId: z.uuid() });

export const CalculateGainsRequest = z.object({ requestId: RequestId, choices: GainsChoices });
export type CalculateGainsRequest = z.infer<typeof CalculateGainsRequest>;
/** 一次计算 kept with its choices, never changed: another choice is another calculation. */
export const GainsCalculation = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  moneyFlowId: z.uuid(),
  moneyFlowName: z.string(),
  choices: GainsChoices,
  figures: GainsFigures,
  calculatedBy: z.string(),
  calculatedAt: z.iso.datetime(),
});
export type GainsCalculation = z.infer<typeof GainsCalculation>;
export const GainsCalculationList = z.object({ items: z.array(GainsCalculation) });
export const GainsCalculationIdParams = z.object({ calculationId: z.uuid() });

/** Lines of a calculation or of a trial, a page at a time, in the order of the table. */
export const FindGainsLinesQuery = z.object({
  treatment: Treatment.optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export const GainsLineList = z.object({
  items: z.array(CountedLine),
  total: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
});
/** `own` of the choices names parties by their `key`. Stores nothing; answers the figures and one page of lines. */
export const TryGainsRequest = z.object({
  choices: GainsChoices,
  treatment: Treatment.optional(),
  page: z.number().int().min(1).default(1),
  size: z.number().int().min(1).max(200).default(50),
});
export type TryGainsRequest = z.infer<typeof TryGainsRequest>;
export const GainsTrial = z.object({ figures: GainsFigures, lines: GainsLineList });
export type GainsTrial = z.infer<typeof GainsTrial>;

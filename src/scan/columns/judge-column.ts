import type { HeaderMeaning } from "#scan/columns/header-words.data.ts";
import { type ColumnSample, fitOf } from "#scan/columns/sample-column.ts";
import { isKind, type Kind, type Lookalike } from "#scan/kinds.ts";

/** Kinds that only a header makes: what stands in the column is not asked to look like anything. */
export const CATEGORIES: ReadonlySet<string> = new Set([
  "whereabouts",
  "communication-content",
  "communication-record",
  "credit",
  "property",
  "accommodation",
  "health",
  "biometric",
  "transaction",
  "education",
  "employment",
  "religion",
]);
const IDENTITY_PAPERS = [
  "resident-id",
  "passport",
  "hk-macao-permit",
  "taiwan-permit",
  "foreign-permanent-resident-id",
  "military-id",
] as const;
/** Share of a sample that must be of one kind by itself before the content is believed without, or against, a header. */
const BY_CONTENT = 0.5;
const AGAINST_HEADER = 0.8;
const NAMES_WITHOUT_HEADER = 0.7;
/** Headers of numbers that somebody gave to things: P1234567 under SKU has the form of a passport and is none. */
const CODE = /编码|代码|编号|[货款批型]号|型号|批次|sku|code|model|batch|item|serial/;
const FORM_ALONE: ReadonlySet<string> = new Set(["passport", "hk-macao-permit", "taiwan-permit"]);
const ORGANISATION = /公司|集团|银行|医院|学校|酒店|委员会|事务所|经营部|商行|合作社/;

export type Judgement = { readonly kind: Kind | Lookalike | null; readonly evidence: readonly string[] };

/** The kind of one column by its header and its sample, before its neighbours are looked at. */
export function judgeColumn(header: HeaderMeaning | null, word: string, sample: ColumnSample): Judgement {
  if (header === null) return judgeByContent(word, sample);
  const evidence = [`header:${word}`];
  const strongest = sample.strongest;
  const said = (kind: Kind | Lookalike | null): Judgement => ({
    kind,
    evidence: kind !== null && isKind(kind) ? [...evidence, `content:${fitOf(sample, kind)}`] : evidence,
  });
  const contentWins = (share: number): Judgement | null =>
    strongest !== null && strongest.share >= share && strongest.kind !== "name" && strongest.kind !== "address"
      ? { kind: strongest.kind, evidence: [...evidence, `content:${strongest.share}`] }
      : null;
  switch (header) {
    case "phone":
      return said(choosePhone(sample));
    case "person":
      return { ...judgeByContent("", sample), evidence };
    case "document":
      return said(IDENTITY_PAPERS.reduce<Kind>((best, kind) => (sample.shareOf(kind) > sample.shareOf(best) ? kind : best), "resident-id"));
    case "account":
      return judgeAccount(sample, evidence);
    case "detail":
      return contentWins(AGAINST_HEADER) ?? { kind: null, evidence };
    case "time":
      return contentWins(BY_CONTENT) ?? { kind: "timestamp", evidence };
    case "social-credit-code":
    case "invoice":
    case "order-number":
    case "timestamp":
      return said(header);
    case "name":
      if (sample.values.length > 0 && sample.values.filter((value) => ORGANISATION.test(value)).length / sample.values.length > 0.6)
        return { kind: null, evidence: [...evidence, "content:organisations"] };
      return contentWins(AGAINST_HEADER) ?? said("name");
    case "bank-card":
      if (
        !word.includes("银行") &&
        !word.includes("bank") &&
        sample.values.length > 0 &&
        longNumbers(sample) < 0.3 &&
        sample.shareOf("bank-card") === 0
      )
        return contentWins(BY_CONTENT) ?? { kind: null, evidence };
      return contentWins(AGAINST_HEADER) ?? said("bank-card");
    default:
      if (CATEGORIES.has(header)) return contentWins(BY_CONTENT) ?? { kind: header, evidence };
      return contentWins(AGAINST_HEADER) ?? said(header);
  }
}

function judgeByContent(word: string, sample: ColumnSample): Judgement {
  const strongest = sample.strongest;
  if (strongest === null) return { kind: null, evidence: [] };
  const needed = strongest.kind === "name" ? NAMES_WITHOUT_HEADER : BY_CONTENT;
  // Town and product names read as personal names: few different ones are no list of persons, and a header that says something else is believed.
  const plausible = strongest.kind !== "name" || (word === "" && new Set(sample.values).size >= sample.values.length * 0.5);
  const code = FORM_ALONE.has(strongest.kind) && CODE.test(word);
  return strongest.share >= needed && plausible && !code
    ? { kind: strongest.kind, evidence: [`content:${strongest.share}`] }
    : { kind: null, evidence: [] };
}

function choosePhone(sample: ColumnSample): Kind {
  const landlines = sample.values.filter((value) => /^[2-9]\d{6,7}$|^\(?0\d{2,3}/.test(value)).length;
  return sample.values.length > 0 && landlines / sample.values.length > 0.5 && sample.shareOf("mobile") < 0.3 ? "landline" : "mobile";
}

function judgeAccount(sample: ColumnSample, evidence: readonly string[]): Judgement {
  for (const kind of ["mobile", "email", "resident-id"] as const)
    if (sample.shareOf(kind) >= BY_CONTENT) return { kind, evidence: [...evidence, `content:${sample.shareOf(kind)}`] };
  if (longNumbers(sample) >= 0.3 || sample.shareOf("bank-card") >= 0.3)
    return { kind: "bank-card", evidence: [...evidence, `content:${fitOf(sample, "bank-card")}`] };
  return { kind: null, evidence };
}

function longNumbers(sample: ColumnSample): number {
  return sample.values.length === 0
    ? 0
    : sample.values.filter((value) => /^[\d\s*-]{12,25}$|^\d\.\d+E\+1\d$/i.test(value)).length / sample.values.length;
}

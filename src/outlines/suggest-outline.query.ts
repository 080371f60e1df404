import { appendEntry } from "#audit/append-entry.command.ts";
import type { Calendar } from "#calendar/compute-period.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import type { Database } from "#database/database.ts";
import { describeBoard } from "#outlines/get-outline-board.query.ts";
import type { OutlineBooks } from "#outlines/outline-elements.contract.ts";
import type { SuggestedLines, SuggestLinesRequest } from "#outlines/outlines.contract.ts";
import { suggestLines } from "#outlines/suggest-lines.ts";
import { assessPublicInterest } from "#public-interest/assess-public-interest.ts";
import type { PublicInterestRules } from "#public-interest/public-interest-rules.contract.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

type Parts = {
  readonly database: Database;
  readonly outlineBooks: OutlineBooks;
  readonly lawBooks: { readonly calendar: Calendar; readonly publicInterest: PublicInterestRules };
};

/** What each kind of outline must hold, and what an investigation of our own may not do. */
const NOTES = {
  supplementary: {
    zh: "补充侦查提纲写明补充侦查的事项、理由、方向，需补充的证据及其证明作用。",
    en: "An outline for supplementary investigation states matters, reasons, direction, the evidence to add and what it proves.",
    cite: "人民检察院刑事诉讼规则 第二百五十七条、第三百四十二条",
  },
  investigation: {
    zh: "调查由二名以上检察人员进行；不得限制人身自由，不得查封、扣押、冻结财产。刑事侦查中合法收集的证据可以用于同一事实。",
    en: "Two procuratorial staff or more investigate; no restriction of personal freedom, no sealing, seizing or freezing of property. Evidence lawfully collected in the criminal investigation may be used for the same facts.",
    cite: "公益诉讼办案规则 第三十五条、第三十六条、第八十八条",
  },
} as const;

/** 由缺口建议提纲 lines from what is not proved; nothing is written. */
export async function suggestOutline(
  { database, outlineBooks, lawBooks }: Parts,
  asking: Asking,
  caseId: string,
  { kind, track, publicInterestFacts }: SuggestLinesRequest,
): Promise<Outcome<SuggestedLines>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, async (tx) => {
    const board = await describeBoard(tx, outlineBooks, asking, caseId);
    if (!board.ok) return board;
    const { columns, links } = board.value;
    const books = { rules: lawBooks.publicInterest, calendar: lawBooks.calendar };
    const answer = publicInterestFacts === null ? null : assessPublicInterest(publicInterestFacts, books, officeDay(now));
    const asked = answer?.tracks.find(({ id }) => id === track);
    const answers = asked === undefined ? [] : [...asked.filing.elements, ...asked.suit.elements];
    const items = suggestLines(outlineBooks, { kind, track, columns, links, answers });
    const event = { kind: "work-read" as const, thing: "evidence-outline", filters: { kind, track }, found: items.length };
    await appendEntry(tx, { event, actor, caseId, requestId });
    return done({ items, note: NOTES[kind] });
  });
}

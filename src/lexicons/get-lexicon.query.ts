import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import { describeReplay } from "#lexicons/describe-replay.query.ts";
import { type FoldedLexicon, foldLexicon } from "#lexicons/fold-lexicon.ts";
import { type JudgedDraft, judgeDraft } from "#lexicons/judge-draft.ts";
import { canKeepLexicon, canPublishDraft, choosePublishers } from "#lexicons/lexicon.policy.ts";
import type { OfficeLexicon, OfficeTerm, OfficeValue } from "#lexicons/lexicons.contract.ts";
import { findLexiconEvents, findOfficePersons } from "#lexicons/lexicons.store.ts";
import { tellMisfit } from "#lexicons/tell-misfit.ts";
import { countByVersion, sumTerms } from "#lexicons/term-counts.store.ts";
import { keyOfTerm, type Lexicon } from "#reading/terms/lexicon.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

/** 词库 the lexicon of the reader's office: each term with who, when, why and its figures, the draft, the versions, the newest replay. */
export async function getLexicon(
  { database, lexicon }: { readonly database: Database; readonly lexicon: Lexicon },
  { actor, requestId }: Asking,
): Promise<Outcome<OfficeLexicon>> {
  const decision = canKeepLexicon("look", actor);
  if (!decision.allowed) return decision.refusal;
  const { officeCode } = actor;
  return database.transact({ as: "person", actor }, async (tx) => {
    const folded = foldLexicon(await findLexiconEvents(tx, officeCode));
    const judged = judgeDraft(lexicon.terms, folded);
    const read = await countByVersion(tx, officeCode);
    const known = describeTerms(folded, judged, read.counted);
    const sums = await sumTerms(
      tx,
      officeCode,
      known.filter(({ retired, counted }) => !retired && counted),
    );
    const terms = known.map(({ counted, ...term }) => ({
      ...term,
      figures: counted ? (sums.terms.get(`${term.list}\t${term.term}`) ?? { ...NONE, prompts: 0 }) : null,
    }));
    const { contributors } = folded;
    const publish = canPublishDraft(actor, contributors);
    const publishers = folded.draft.length === 0 ? [] : choosePublishers(await findOfficePersons(tx, officeCode), contributors);
    const value: OfficeLexicon = {
      officeCode,
      shipped: lexicon.version,
      revision: folded.revision,
      version: folded.versions.length,
      notes: lexicon.notes,
      terms,
      values: describeValues(lexicon, terms, sums.values),
      draft: judged.changes.map(({ misfit, ...change }) => ({
        ...change,
        misfit: misfit && tellMisfit(misfit, change.change),
        mine: change.authorId === actor.personId,
      })),
      contributors: [...contributors],
      publishers: publishers.slice(0, MOST_PUBLISHERS).map(({ id, name }) => ({ personId: id, name })),
      versions: folded.versions.map(({ seq: _seq, content: _content, ...version }) => version).toReversed(),
      counted: {
        documents: read.counted.reduce((sum, { documents }) => sum + documents, 0),
        uncounted: read.uncounted,
        since: read.since?.toISOString() ?? null,
      },
      replay: (await describeReplay(tx, { officeCode })) ?? null,
      can: {
        propose: canKeepLexicon("propose", actor).allowed,
        publish: folded.draft.length > 0 && publish.allowed,
        whyNot: publish.allowed ? null : { zh: `${publish.refusal.detail["rule"]}`, en: `${publish.refusal.detail["rule.en"]}` },
      },
    };
    const event = { kind: "work-read" as const, thing: "lexicon", filters: {}, found: terms.length };
    await appendEntry(tx, { event, actor, caseId: null, requestId });
    return done(value);
  });
}

/** Names under a draft: a large office has more, and any of them will do. */
const MOST_PUBLISHERS = 50;
/** 取值 each value with the figures of its standing terms together. Not known while none of its terms is. */
function describeValues(
  { terms: shipped }: Lexicon,
  terms: readonly OfficeTerm[],
  sums: ReadonlyMap<string, NonNullable<OfficeValue["figures"]>>,
): OfficeValue[] {
  const standing = Map.groupBy(
    terms.filter(({ retired }) => !retired),
    keyOfValue,
  );
  const values = new Map(shipped.map(({ list, value }) => [keyOfValue({ list, value }), { list, value }]));
  return [...values].map(([key, value]) => {
    const own = standing.get(key) ?? [];
    const unread = own.filter(({ figures }) => figures === null).length;
    return { ...value, terms: own.length, unread, figures: unread === own.length ? null : (sums.get(key) ?? NONE) };
  });
}

function keyOfValue({ list, value }: { readonly list: string; readonly value: string }): string {
  return `${list}\t${value}`;
}

const NONE = { hits: 0, documents: 0, cases: 0 } as const;

type DescribedTerm = Omit<OfficeTerm, "figures"> & { readonly counted: boolean };

/** A term is counted in documents read since it stands; before the first of them its figures are not known, which is not zero. */
function describeTerms(
  { versions }: FoldedLexicon,
  { live }: JudgedDraft,
  read: readonly { readonly version: number; readonly documents: number }[],
): DescribedTerm[] {
  const since = new Map<string, number>();
  const asked = new Map<string, number>();
  for (const { change, since: version } of versions.at(-1)?.content ?? []) {
    const key = keyOfTerm(change.type === "move" ? { ...change, value: change.to } : change);
    since.set(key, version);
    if (change.type === "add" || change.type === "restore") asked.set(key, version);
    else if (change.type === "move") asked.set(key, asked.get(keyOfTerm(change)) ?? 0);
  }
  const isCounted = (version: number) => read.some((one) => one.version >= version && one.documents > 0);
  return [...live.entries()].map(([key, term]) => ({ ...term, since: since.get(key) ?? null, counted: isCounted(asked.get(key) ?? 0) }));
}

import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { Decision } from "#cases/case.policy.ts";
import type { Database } from "#database/database.ts";
import { type FoldedLexicon, foldLexicon } from "#lexicons/fold-lexicon.ts";
import { type JudgedDraft, judgeDraft, MOST_CHANGES } from "#lexicons/judge-draft.ts";
import { judgeTerm } from "#lexicons/judge-term.ts";
import { canKeepLexicon, canPublishDraft } from "#lexicons/lexicon.policy.ts";
import type {
  LexiconChanged,
  LexiconEvent,
  ProposeChangeRequest,
  PublishDraftRequest,
  RollBackRequest,
  WithdrawChangeRequest,
} from "#lexicons/lexicons.contract.ts";
import { findLexiconEvents, holdLexicon, insertLexiconEvent } from "#lexicons/lexicons.store.ts";
import { tellMisfit } from "#lexicons/tell-misfit.ts";
import { changeTerms, valuesOf } from "#reading/terms/change-terms.ts";
import type { Lexicon } from "#reading/terms/lexicon.ts";
import { done, type Outcome, type Refusal, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

type Services = { readonly database: Database; readonly lexicon: Lexicon };

/** 提出变更 adds a change to the office's draft, with its reason. The term is kept as it would be compared (`normaliseTerm`). */
export function proposeChange(services: Services, asking: Asking, request: ProposeChangeRequest): Promise<Outcome<LexiconChanged>> {
  return changeLexicon(services, asking, request, "propose", (folded, judged) => {
    if (folded.draft.length >= MOST_CHANGES.draft) return refuse("too-large", { limit: `${MOST_CHANGES.draft}` });
    const all = (folded.versions.at(-1)?.content.length ?? 0) + folded.draft.length;
    if (all >= MOST_CHANGES.all) return refuse("too-large", { limit: `${MOST_CHANGES.all}` });
    const asked = request.change;
    let change = asked;
    if (asked.type === "add") {
      const term = judgeTerm(asked.list, asked.term);
      if (!term.ok) return unfit(term.expected, asked.term);
      change = { ...asked, term: term.term };
    }
    const signed = { change, author: asking.actor.name, on: "", reason: request.reason };
    const next = changeTerms(judged.drafted, signed, valuesOf(services.lexicon.terms));
    if (!next.ok) {
      const told = tellMisfit(next.misfit, change);
      return unfit({ zh: `可行的变更（${told.zh}）`, en: `a change that fits (${told.en})` }, change.term);
    }
    return { type: "proposed", change, reason: request.reason };
  });
}

/** 撤回变更 takes one's own proposal out of the draft; a leader takes out anybody's. */
export function withdrawChange(services: Services, asking: Asking, request: WithdrawChangeRequest): Promise<Outcome<LexiconChanged>> {
  return changeLexicon(services, asking, request, "propose", ({ draft }) => {
    const found = draft.find(({ proposal }) => proposal === request.proposal);
    if (!found) return refuse("not-found", { what: "proposal" });
    if (found.authorId !== asking.actor.personId && !asking.actor.roles.includes("leader"))
      return refuse("not-permitted", {
        rule: "仅提出人和院领导可以撤回草案中的变更",
        "rule.en": "only the author and leaders take a change out of the draft",
      });
    return { type: "withdrawn", proposal: request.proposal };
  });
}

/** 发布草案 makes the draft the office's live version; documents are read with it from then on. */
export function publishDraft(services: Services, asking: Asking, request: PublishDraftRequest): Promise<Outcome<LexiconChanged>> {
  return changeLexicon(services, asking, request, "publish", ({ draft, contributors }, { changes }) => {
    if (draft.length === 0) return refuse("wrong-state", { state: "草案没有变更", "state.en": "the draft is empty" });
    const decision = canPublishDraft(asking.actor, contributors);
    if (!decision.allowed) return decision.refusal;
    const broken = changes.find(({ misfit }) => misfit !== null);
    if (broken?.misfit) {
      const told = tellMisfit(broken.misfit, broken.change);
      return refuse("wrong-state", { state: `草案有变更不再适用：${told.zh}`, "state.en": `a change no longer fits: ${told.en}` });
    }
    return { type: "published", note: request.note };
  });
}

/** 回退 makes a new version with the content of an older one (0 = the lexicon as it ships); nothing is deleted, the draft stays. */
export function rollBack(services: Services, asking: Asking, request: RollBackRequest): Promise<Outcome<LexiconChanged>> {
  return changeLexicon(services, asking, request, "roll-back", ({ versions }) => {
    if (request.to > versions.length) return refuse("not-found", { what: "version" });
    if (request.to === versions.length) return unfit({ zh: "以前的版本", en: "an older version" }, `v${request.to}`);
    return { type: "rolled-back", to: request.to, reason: request.reason };
  });
}

async function changeLexicon(
  { database, lexicon }: Services,
  { actor, now, requestId }: Asking,
  request: { readonly requestId: string; readonly expectedRevision: number },
  ability: "propose" | "publish" | "roll-back",
  run: (folded: FoldedLexicon, judged: JudgedDraft) => LexiconEvent | Refusal,
): Promise<Outcome<LexiconChanged>> {
  const decision: Decision = canKeepLexicon(ability, actor);
  if (!decision.allowed) return decision.refusal;
  const { officeCode } = actor;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `lexicon-${ability} ${officeCode}`, async () => {
      await holdLexicon(tx, officeCode);
      const folded = foldLexicon(await findLexiconEvents(tx, officeCode));
      if (folded.revision !== request.expectedRevision) return refuse("stale-version", { current: folded.revision });
      const event = run(folded, judgeDraft(lexicon.terms, folded));
      if ("kind" in event) return event;
      const seq = folded.revision + 1;
      await insertLexiconEvent(tx, { officeCode, seq, event, by: actor.personId, at: now, requestId });
      const version = folded.versions.length + (event.type === "published" || event.type === "rolled-back" ? 1 : 0);
      const audited = {
        kind: "work-changed" as const,
        thing: "lexicon",
        thingId: officeCode,
        action: `lexicon-${event.type}`,
        version: seq,
      };
      await appendEntry(tx, { event: audited, actor, caseId: null, requestId });
      return done({ revision: seq, version });
    }),
  );
}

function unfit(expected: { readonly zh: string; readonly en: string }, found: string): Refusal {
  return refuse("invalid-input", {
    place: "词条",
    "place.en": "the term",
    expected: expected.zh,
    "expected.en": expected.en,
    found: found.slice(0, 40),
    "found.en": found.slice(0, 40),
  });
}

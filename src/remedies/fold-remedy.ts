import { done, type Outcome } from "#refusals/refusal.ts";
import { decideAlternative, foldAlternative } from "#remedies/alternatives/alternative-record.ts";
import { AlternativeEvent } from "#remedies/alternatives/alternatives.contract.ts";
import type { RemedyBooks } from "#remedies/books/books.contract.ts";
import { CompensationEvent } from "#remedies/compensation/compensation.contract.ts";
import { foldCompensation } from "#remedies/compensation/compensation-record.ts";
import { checkInstalments, decideCompensation } from "#remedies/compensation/decide-compensation.ts";
import { ComplianceEvent } from "#remedies/compliance/compliance.contract.ts";
import { decideCompliance, foldCompliance } from "#remedies/compliance/compliance-record.ts";
import { DamagesEvent } from "#remedies/damages/damages.contract.ts";
import { decideDamages, foldDamages } from "#remedies/damages/damages-record.ts";
import { LeniencyEvent } from "#remedies/leniency/leniency.contract.ts";
import { decideLeniency, foldLeniency } from "#remedies/leniency/leniency-record.ts";
import type { Recorded } from "#remedies/record.contract.ts";
import { noSuchPart, wrongInput } from "#remedies/refuse-remedy.ts";
import type { RecordOf, RemedyAct, RemedyBegin, RemedyKind } from "#remedies/remedies.contract.ts";

/** An event as the store keeps it: parsed by the kind of its record. */
export type StoredEvent = Recorded<unknown>;
type Knowing = { readonly books: RemedyBooks; readonly today: string };
export type RemedyEvent = DamagesEvent | CompensationEvent | AlternativeEvent | LeniencyEvent | ComplianceEvent;
type Folded = { [Kind in RemedyKind]: Pick<RecordOf<Kind>, "kind" | "state"> }[RemedyKind];

function parseAll<Event>(shape: { parse(value: unknown): Event }, events: readonly StoredEvent[]): Recorded<Event>[] {
  return events.map(({ version, by, at, event }) => ({ version, by, at, event: shape.parse(event) }));
}

function foldAlternativeBy(events: readonly StoredEvent[], { books, today }: Knowing) {
  const parsed = parseAll(AlternativeEvent, events);
  const begun = parsed[0]?.event;
  const rule = begun?.type === "begin" ? books.alternatives.find(({ id }) => id === begun.content.rule) : undefined;
  return { rule, state: foldAlternative(parsed, rule, today) };
}

/** The state of a record of any kind as it stands on a day. Pure. @throws when what is stored does not fit the kind */
export function foldRemedy(kind: RemedyKind, events: readonly StoredEvent[], { books, today }: Knowing): Folded {
  switch (kind) {
    case "damages":
      return { kind, state: foldDamages(parseAll(DamagesEvent, events), books) };
    case "compensation":
      return { kind, state: foldCompensation(parseAll(CompensationEvent, events), today) };
    case "alternative":
      return { kind, state: foldAlternativeBy(events, { books, today }).state };
    case "leniency":
      return { kind, state: foldLeniency(parseAll(LeniencyEvent, events)) };
    case "compliance":
      return { kind, state: foldCompliance(parseAll(ComplianceEvent, events), today) };
  }
}

/** What a record may begin with: the event or the refusal. Pure. */
export function decideBegin(begin: RemedyBegin, { books }: Knowing): Outcome<RemedyEvent> {
  if (begin.kind === "alternative" && !books.alternatives.some(({ id }) => id === begin.content.rule))
    return wrongInput("content.rule", "目录中的修复方式", "a remedy of the catalogue", begin.content.rule);
  if (begin.kind === "compensation") {
    const sums = checkInstalments(begin.content);
    if (!sums.ok) return sums;
  }
  switch (begin.kind) {
    case "damages":
      return done({ type: "begin", content: begin.content });
    case "compensation":
      return done({ type: "begin", content: begin.content });
    case "alternative":
      return done({ type: "begin", content: begin.content });
    case "leniency":
      return done({ type: "begin", content: begin.content });
    case "compliance":
      return done({ type: "begin", content: begin.content });
  }
}

/** What an act on a record comes to: the event to record or the refusal. Pure. */
export function decideAct(act: RemedyAct, kind: RemedyKind, events: readonly StoredEvent[], knowing: Knowing): Outcome<RemedyEvent> {
  if (act.kind !== kind) return wrongInput("act.kind", kind, kind, act.kind);
  const { books, today } = knowing;
  switch (act.kind) {
    case "damages":
      return decideDamages(act.action, foldDamages(parseAll(DamagesEvent, events), books));
    case "compensation": {
      const parsed = parseAll(CompensationEvent, events);
      const accounts = books.custodians.map(({ id }) => id);
      return decideCompensation(act.action, foldCompensation(parsed, today), { events: parsed, today, accounts });
    }
    case "alternative": {
      const { state, rule } = foldAlternativeBy(events, knowing);
      return rule === undefined ? noSuchPart("rule") : decideAlternative(act.action, state, { rule, today });
    }
    case "leniency":
      return decideLeniency(act.action, foldLeniency(parseAll(LeniencyEvent, events)), today);
    case "compliance":
      return decideCompliance(act.action, foldCompliance(parseAll(ComplianceEvent, events), today), today);
  }
}

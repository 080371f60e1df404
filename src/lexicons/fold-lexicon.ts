import { officeDay } from "#cases/case-day.ts";
import type { Contributor, LexiconEvent, LexiconVersion, Proposal } from "#lexicons/lexicons.contract.ts";

export type RecordedLexiconEvent = {
  readonly seq: number;
  readonly event: LexiconEvent;
  readonly person: { readonly id: string; readonly name: string };
  readonly at: Date;
};

/** A published change with the version since which it stands without a break. */
export type LiveChange = Proposal & { readonly since: number };
export type FoldedVersion = LexiconVersion & { readonly seq: number; readonly content: readonly LiveChange[] };
export type FoldedLexicon = {
  /** seq of the last event */
  readonly revision: number;
  /** oldest first; number = place + 1 */
  readonly versions: readonly FoldedVersion[];
  readonly draft: readonly Proposal[];
  /** 参与人 who put anything into the draft or took anything out of it since it was begun, in the order they came to it */
  readonly contributors: readonly Contributor[];
};

/**
 * The versions and the draft of an office from its events, oldest first. A roll-back leaves the draft as it is. A draft is begun by the first proposal and ends when
 * it is published or the last change in it is taken back: what is proposed then is another draft, with other contributors.
 */
export function foldLexicon(events: readonly RecordedLexiconEvent[]): FoldedLexicon {
  const versions: FoldedVersion[] = [];
  let draft: readonly Proposal[] = [];
  let contributors: readonly Contributor[] = [];
  for (const { seq, event, person, at } of events) {
    switch (event.type) {
      case "proposed": {
        const { change, reason } = event;
        draft = [
          ...draft,
          { proposal: seq, change, reason, author: person.name, authorId: person.id, on: officeDay(at), at: at.toISOString() },
        ];
        contributors = addContribution(contributors, person, "proposed");
        break;
      }
      case "withdrawn":
        draft = draft.filter(({ proposal }) => proposal !== event.proposal);
        contributors = draft.length === 0 ? [] : addContribution(contributors, person, "withdrawn");
        break;
      case "published": {
        const before = versions.at(-1)?.content ?? [];
        const number = versions.length + 1;
        const content = [...before, ...draft.map((one) => ({ ...one, since: number }))];
        const told = { kind: "published" as const, note: event.note, restores: null, added: [...draft], removed: [] };
        versions.push({ seq, number, by: person.name, at: at.toISOString(), ...told, content });
        draft = [];
        contributors = [];
        break;
      }
      case "rolled-back": {
        const before = versions.at(-1)?.content ?? [];
        const number = versions.length + 1;
        const wanted = versions[event.to - 1]?.content ?? [];
        const [had, has] = [new Map(before.map((one) => [one.proposal, one])), new Set(wanted.map(({ proposal }) => proposal))];
        const content = wanted.map((one) => had.get(one.proposal) ?? { ...one, since: number });
        const added = content.filter(({ proposal }) => !had.has(proposal));
        const removed = before.filter(({ proposal }) => !has.has(proposal));
        const told = { kind: "rolled-back" as const, note: event.reason, restores: event.to, added, removed };
        versions.push({ seq, number, by: person.name, at: at.toISOString(), ...told, content });
      }
    }
  }
  return { revision: events.at(-1)?.seq ?? 0, versions, draft, contributors };
}

function addContribution(
  contributors: readonly Contributor[],
  { id, name }: RecordedLexiconEvent["person"],
  what: "proposed" | "withdrawn",
): readonly Contributor[] {
  const known = contributors.find(({ personId }) => personId === id);
  if (known === undefined) return [...contributors, { personId: id, name, proposed: 0, withdrawn: 0, [what]: 1 }];
  return contributors.map((one) => (one === known ? { ...one, [what]: one[what] + 1 } : one));
}

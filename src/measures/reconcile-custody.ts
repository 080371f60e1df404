import type { Calendar } from "#calendar/compute-period.ts";
import { limitOfMeasure } from "#measures/limit-of-measure.ts";
import { ENTRY_WORDS, MEASURE_WORDS } from "#measures/measure-words.data.ts";
import type { CustodyEntry, EntryKind, MeasureKind, MeasureState } from "#measures/measures.contract.ts";

/** A case as the reconciliation needs it: its suspects, the newest version of every measure, its running clocks. */
export type CustodyCase = {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly suspects: readonly { readonly id: string; readonly name: string }[];
  readonly measures: readonly { readonly id: string; readonly state: MeasureState }[];
  readonly clocks: readonly CustodyClock[];
};
/** A running clock; `due` is its last day. `subject` null: it runs for every suspect of the case. */
export type CustodyClock = {
  readonly id: string;
  readonly rule: string;
  readonly subject: string | null;
  readonly detained: boolean;
  readonly due: string;
  /** days are being left out by a document; the end is not known until it resumes */
  readonly suspended: boolean;
};
type Held = CustodyCase["measures"][number];
type Found = { readonly kind: EntryKind; readonly of: string; readonly person: string | null; readonly day: string | null } & {
  readonly measure: MeasureKind | null;
  readonly clock: CustodyClock | null;
  readonly cite: readonly string[];
};

/** Days before a measure's end from which it is on the list. A working choice, no rule of law: a request to change takes three days (CPL 97). */
const NEAR = 7;
const DAY = 86_400_000;
const CHANGE_OF_MEASURE = "刑事诉讼法 第九十七条";

/**
 * 在押核对 what does not agree between measures and clocks of a case on a day (YYYY-MM-DD), the gravest first. Which measure a clock takes for
 * granted stands in its rule (`measures`); a clock with `if-detained` takes custody for granted only where it is reckoned so.
 */
export function reconcileCustody(file: CustodyCase, calendar: Calendar, today: string): CustodyEntry[] {
  const inForce = file.measures.filter(({ state }) => isInForce(state, today));
  const found = [
    ...file.clocks.flatMap((clock) => checkClock(clock, file, inForce, calendar, today)),
    ...inForce.flatMap((measure) => checkMeasure(measure, file, calendar, today)),
    ...findOverlaps(file, today),
  ];
  return found
    .map((one) => present(one, file, calendar, today))
    .sort(
      (one, other) => ENTRY_ORDER.indexOf(one.kind) - ENTRY_ORDER.indexOf(other.kind) || (one.day ?? "").localeCompare(other.day ?? ""),
    );
}

const ENTRY_ORDER: readonly EntryKind[] = [
  "limit-passed",
  "ended-while-clock-runs",
  "clock-without-measure",
  "clock-says-free",
  "measure-without-clock",
  "two-at-once",
  "person-unknown",
  "limit-near",
];

/** Whether the measure holds the person on that day; its last day is the one on which it ended. */
export function isInForce({ from, until, isVoid }: MeasureState, today: string): boolean {
  return !isVoid && from <= today && until === null;
}

/** The measures a clock takes for granted, as it is reckoned; none where it says nothing of custody. */
function measuresOf(clock: CustodyClock, { rules }: Calendar): readonly MeasureKind[] {
  const rule = rules.get(clock.rule);
  if (rule?.measures === undefined || (rule.custody === "if-detained" && !clock.detained)) return [];
  return rule.measures;
}

/** Whether a clock concerns a person: it runs for all, or its subject names them. */
function concerns({ subject }: CustodyClock, name: string | null): boolean {
  return subject === null || (name !== null && (subject.includes(name) || name.includes(subject)));
}

function checkClock(clock: CustodyClock, file: CustodyCase, inForce: readonly Held[], calendar: Calendar, today: string): Found[] {
  const wanted = measuresOf(clock, calendar);
  if (wanted.length === 0) return [];
  const holds = ({ state }: Held) => wanted.includes(state.kind) && concerns(clock, nameOf(file, state.partyId));
  if (inForce.some(holds)) return [];
  const ended = file.measures
    .filter((one) => holds(one) && !one.state.isVoid && one.state.until !== null && one.state.until <= today)
    .map(({ state }) => state)
    .sort((one, other) => (one.until ?? "").localeCompare(other.until ?? ""))
    .at(-1);
  const cite = calendar.rules.get(clock.rule)?.cite ?? [];
  const person = clock.subject;
  if (ended !== undefined)
    return [{ kind: "ended-while-clock-runs", of: clock.id, person, day: ended.until, measure: ended.kind, clock, cite }];
  return [{ kind: "clock-without-measure", of: clock.id, person, day: null, measure: wanted[0] ?? null, clock, cite }];
}

function checkMeasure({ id, state }: Held, file: CustodyCase, calendar: Calendar, today: string): Found[] {
  const person = nameOf(file, state.partyId);
  const base = { of: id, person, measure: state.kind, clock: null };
  const unknown: Found[] = person === null ? [{ ...base, kind: "person-unknown", day: null, cite: [CHANGE_OF_MEASURE] }] : [];
  const theirs = file.clocks.filter((clock) => concerns(clock, person));
  const agreeing = theirs.filter((clock) => measuresOf(clock, calendar).includes(state.kind));
  const limit = limitOfMeasure(state, calendar);
  // Arrest ends with its clock; of several that run the last one is what still carries it.
  const last = [...agreeing].sort((one, other) => one.due.localeCompare(other.due)).at(-1);
  const end =
    limit ??
    (last === undefined || agreeing.some(({ suspended }) => suspended)
      ? null
      : { day: last.due, cite: calendar.rules.get(last.rule)?.cite ?? [] });
  const clock = limit === null ? (last ?? null) : null;
  const ends: Found[] =
    end === null || daysBetween(today, end.day) > NEAR
      ? []
      : [{ ...base, kind: end.day < today ? "limit-passed" : "limit-near", day: end.day, clock, cite: end.cite }];
  if (agreeing.length > 0) return [...unknown, ...ends];
  // The same clock reckoned as if nobody were held would roll over a holiday: worse than none.
  const free = theirs.find(
    (one) =>
      !one.detained &&
      calendar.rules.get(one.rule)?.custody === "if-detained" &&
      calendar.rules.get(one.rule)?.measures?.includes(state.kind),
  );
  return [
    ...unknown,
    ...ends,
    free === undefined
      ? { ...base, kind: "measure-without-clock", day: null, cite: limit?.cite ?? [CHANGE_OF_MEASURE] }
      : { ...base, kind: "clock-says-free", day: free.due, clock: free, cite: ["刑事诉讼法 第一百零五条"] },
  ];
}

/** Two measures on one person that run on the same days; the day of the change itself belongs to both. */
function findOverlaps({ measures, ...file }: CustodyCase, today: string): Found[] {
  const held = measures
    .filter(({ state }) => !state.isVoid && state.from <= today)
    .sort((one, other) => one.state.from.localeCompare(other.state.from));
  return held.flatMap((later, at) => {
    const earlier = held
      .slice(0, at)
      .find(({ state }) => state.partyId === later.state.partyId && (state.until === null || state.until > later.state.from));
    // What ended is history once both did; the list is of what is open today.
    if (earlier === undefined || (earlier.state.until !== null && later.state.until !== null)) return [];
    const person = nameOf({ ...file, measures }, later.state.partyId);
    return [
      {
        ...{ kind: "two-at-once" as const, of: `${earlier.id}+${later.id}`, person, day: later.state.from },
        ...{ measure: later.state.kind, clock: null, cite: [CHANGE_OF_MEASURE] },
      },
    ];
  });
}

function present(found: Found, file: CustodyCase, { rules }: Calendar, today: string): CustodyEntry {
  const { kind, of, person, day, measure, clock, cite } = found;
  const { caseId, caseNumber, caseTitle } = file;
  const act = clock === null ? undefined : rules.get(clock.rule)?.act;
  const { why, next } = ENTRY_WORDS[kind];
  const fill = (text: string, language: "zh" | "en") =>
    text
      .replaceAll("{measure}", measure === null ? "" : MEASURE_WORDS[measure][language])
      .replaceAll("{act}", act?.[language] ?? "—")
      .replaceAll("{due}", clock?.due ?? "—")
      .replaceAll("{day}", day ?? "—");
  return {
    key: `${kind}:${of}`,
    kind,
    ...{ caseId, caseNumber, caseTitle, person, day },
    daysLeft: day === null || !kind.startsWith("limit-") ? null : daysBetween(today, day),
    why: { zh: fill(why.zh, "zh"), en: fill(why.en, "en") },
    next: { zh: fill(next.zh, "zh"), en: fill(next.en, "en") },
    cite: [...cite],
  };
}

function nameOf({ suspects }: CustodyCase, partyId: string): string | null {
  return suspects.find(({ id }) => id === partyId)?.name ?? null;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

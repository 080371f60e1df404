import type { CaseDetail } from "#cases/cases.contract.ts";
import type { Deadline } from "#deadlines/deadlines.contract.ts";
import type { GroupCellId, ProtectedGroups } from "#groups/groups.contract.ts";
import { type FactName, PublicInterestFacts } from "#public-interest/public-interest.contract.ts";

type Words = { readonly zh: string; readonly en: string };
/** A fact that the case knows, and from where. */
export type KnownFact = { readonly name: FactName; readonly value: unknown; readonly source: Words };

const REVIEW = "CR-PROS-1M";
const NOTICE = "PI-CIV-NOTICE";
const REPLY = "PI-REC-REPLY";
/** The clocks as a person calls them. */
const NAMES = {
  [REVIEW]: { zh: "审查起诉期限", en: "the clock of the review for prosecution" },
  [NOTICE]: { zh: "公告期间", en: "the clock of the notice" },
  [REPLY]: { zh: "检察建议回复期限", en: "the clock of the reply to the recommendation" },
} as const satisfies Readonly<Record<string, Words>>;
const COUNT: Words = { zh: "最近一次统计", en: "the last count" };
const GROUPS: Words = { zh: "最近一次统计（特殊群体，小格隐去）", en: "the last count (groups, small cells hidden)" };
const STAGE: Words = { zh: "案件阶段", en: "the stage of the case" };
/** Cells that stand for a group of the notices. Of the others (disabled, military, students) a count knows nothing. */
const GROUP_OF = [
  ["under14", "children"],
  ["under18", "minors"],
  ["women", "women"],
  ["over60", "elderly"],
] as const satisfies readonly (readonly [GroupCellId, string])[];

/**
 * 案件已知 what the last count and the clocks of a case say of the facts; what they do not say stays unknown. A hidden small cell says
 * that there is somebody and never how many; what a count has not found is not said to be absent.
 */
export function factsOfCase(
  { stage }: Pick<CaseDetail, "stage">,
  groups: ProtectedGroups | null,
  deadlines: readonly Pick<Deadline, "state" | "due">[],
): KnownFact[] {
  return [
    ...(groups === null ? [] : factsOfGroups(groups)),
    ...factsOfReview(deadlines),
    ...factsOfNotice(deadlines),
    ...factsOfReply(deadlines),
    ...(stage === "closed" ? [] : [{ name: "criminalCaseOpen", value: stage !== "trial", source: STAGE } as const]),
  ];
}

/** The form that begins with what the case knows. */
export function beginForm(known: readonly KnownFact[]): PublicInterestFacts {
  return PublicInterestFacts.parse(Object.fromEntries(known.map(({ name, value }) => [name, value])));
}

function factsOfGroups({ persons, cells, sensitive }: ProtectedGroups): KnownFact[] {
  const isThere = (id: GroupCellId) => cells.some((cell) => cell.id === id && (cell.hidden === "small" || (cell.value ?? 0) > 0));
  const groups = GROUP_OF.filter(([cell]) => isThere(cell)).map(([, group]) => group);
  const kinds = sensitive.filter(({ id, present }) => present && id !== "under14").map(({ id }) => id);
  return [
    { name: "personsAtLeast", value: persons.atLeast, source: COUNT },
    { name: "personsAtMost", value: persons.atMost, source: COUNT },
    ...(groups.length === 0 ? [] : [{ name: "groups", value: groups, source: GROUPS } as const]),
    ...(kinds.length === 0 ? [] : [{ name: "sensitiveKinds", value: kinds, source: COUNT } as const]),
  ];
}

/** Of several reviews under way the one that ends first. */
function factsOfReview(deadlines: readonly Pick<Deadline, "state" | "due">[]): KnownFact[] {
  const [first] = deadlines
    .filter(({ state }) => state.rule === REVIEW && state.done === null)
    .toSorted((one, other) => one.due.localeCompare(other.due));
  if (first === undefined) return [];
  const { state, due } = first;
  const source = { zh: `${NAMES[REVIEW].zh}${state.subject === null ? "" : `（${state.subject}）`}`, en: NAMES[REVIEW].en };
  // A clock with days that do not count ends on another day than the plain period: its own last day is what is known.
  if (state.suspensions.length > 0) return [{ name: "plannedProsecutionOn", value: due, source }];
  return [
    { name: "reviewReceivedOn", value: state.from, source },
    { name: "detained", value: state.detained, source },
    ...(state.extension === null ? [] : [{ name: "reviewExtendedBy", value: state.extension.by, source } as const]),
  ];
}

/** The last notice published. */
function factsOfNotice(deadlines: readonly Pick<Deadline, "state">[]): KnownFact[] {
  const from = lastStart(deadlines, NOTICE);
  const source = NAMES[NOTICE];
  if (from === null) return [];
  return [
    { name: "noticePublished", value: true, source },
    { name: "noticeOn", value: from.from, source },
  ];
}

function factsOfReply(deadlines: readonly Pick<Deadline, "state">[]): KnownFact[] {
  const state = lastStart(deadlines, REPLY);
  const source = NAMES[REPLY];
  if (state === null) return [];
  return [
    { name: "recommendationMade", value: true, source },
    { name: "recommendationDeliveredOn", value: state.from, source },
    { name: "urgent", value: state.urgent, source },
  ];
}

function lastStart(deadlines: readonly Pick<Deadline, "state">[], rule: string): Deadline["state"] | null {
  const [last] = deadlines
    .map(({ state }) => state)
    .filter((state) => state.rule === rule)
    .toSorted((one, other) => other.from.localeCompare(one.from));
  return last ?? null;
}

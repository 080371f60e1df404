import type { CaseAssessment } from "#assessments/assessments.contract.ts";
import type { Count } from "#counts/counts.contract.ts";
import type { EvidenceItem } from "#evidence/evidence.contract.ts";
import type { Procedure } from "#procedures/procedures.contract.ts";
import type { GanttGroup, GanttLane } from "#web/deadlines/gantt-rows.ts";
import { dayOf } from "#web/design/date/date.ts";
import { fillWords, type Language } from "#web/design/text/text.ts";
import { twinText } from "#web/procedures/twin.text.ts";

/** What both tracks share; null: it was not read, and what was not read is not said to be absent. */
export type SharedFacts = {
  readonly evidence: readonly EvidenceItem[] | null;
  readonly counts: readonly Count[] | null;
  readonly assessments: readonly CaseAssessment[] | null;
};

/** Rows of points: the facts that all tracks share (evidence by day, counts that ended well, assessments signed), then each track's steps. */
export function buildTwinLanes(procedures: readonly Procedure[], facts: SharedFacts, language: Language): readonly GanttLane[] {
  const t = (key: keyof typeof twinText, fill = {}) => fillWords(twinText[key], language, fill);
  const evidence = Map.groupBy(facts.evidence ?? [], ({ takenInAt }) => dayOf(new Date(takenInAt)));
  const shared: GanttLane[] = [
    {
      key: "evidence",
      group: "shared",
      label: t("evidence"),
      points: [...evidence].map(([day, items]) => ({ key: day, day, label: t("items", { n: items.length }) })),
    },
    {
      key: "counts",
      group: "shared",
      label: t("counts"),
      points: (facts.counts ?? [])
        .filter(({ status, finishedAt }) => status === "done" && finishedAt !== null)
        .map(({ id, finishedAt, requestedBy }) => ({ key: id, day: dayOf(new Date(finishedAt ?? "")), label: requestedBy })),
    },
    {
      key: "assessments",
      group: "shared",
      label: t("assessments"),
      points: (facts.assessments ?? []).flatMap((one) =>
        one.status === "signed" ? [{ key: one.id, day: dayOf(new Date(one.signature.at)), label: one.signature.name }] : [],
      ),
    },
  ];
  const tracks = procedures.map(
    ({ id, kind, kindName, number, openedOn, steps }): GanttLane => ({
      key: id,
      group: GROUP_OF_KIND[kind],
      label: `${kindName[language]}${number === null ? "" : ` ${number}`}`,
      points: [
        { key: "opened", day: openedOn, label: t("opened") },
        ...steps.map((step) => ({ key: String(step.number), day: step.on, label: step.name[language] })),
      ],
    }),
  );
  return [...shared, ...tracks]
    .map((lane) => ({ ...lane, points: lane.points.toSorted((one, other) => one.day.localeCompare(other.day)) }))
    .filter(({ points }) => points.length > 0);
}

const GROUP_OF_KIND = {
  criminal: "criminal",
  juvenile: "criminal",
  supervision: "other",
  "incidental-civil-pil": "pil",
  "civil-pil": "pil",
  "administrative-pil": "pil",
  recommendation: "pil",
} as const satisfies Record<Procedure["kind"], GanttGroup>;

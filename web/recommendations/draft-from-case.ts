import type { Clue } from "#clues/clues.contract.ts";
import { tellMatter } from "#clues/tell-title.ts";
import type { Procedure } from "#procedures/procedures.contract.ts";
import type { Finding, RecommendationContent } from "#recommendations/recommendation-event.contract.ts";
import type { TypesFile } from "#recommendations/recommendation-types.contract.ts";
import type { Words } from "#web/design/text/text.ts";
import { emptyContent, emptyFinding } from "#web/recommendations/draft-mapping.ts";

/** What a new draft begins with, the track it belongs to, and what of it was taken from the case: a person looks it through. */
export type DraftStart = { readonly content: RecommendationContent; readonly procedureId: string; readonly taken: readonly Words[] };
type Track = Pick<Procedure, "id" | "kind" | "title" | "state" | "steps">;
const MOST = 5;

/**
 * 从案件带入 a new draft from what the case knows already: the track that issues recommendations (the one asked for, else the first that runs, public interest
 * before others), the organ its filing names, where the case comes from, and what the investigation found; without an investigation the sentences its clue rests on. Pure.
 */
export function draftFromCase({ types, detail, procedures, clue, track }: Known): DraftStart {
  const empty = emptyContent(types);
  const issuing = types.types.flatMap((type) =>
    procedures.filter(({ kind, state }) => kind === type.procedure?.kind && !state.final).map((procedure) => ({ type, procedure })),
  );
  const chosen = issuing.find(({ procedure }) => procedure.id === track) ?? issuing[0];
  if (chosen === undefined) return { content: empty, procedureId: "", taken: [] };
  const { type, procedure } = chosen;
  const organ = organOf(procedure);
  const findings = findingsOf(procedure, clue);
  const asksSource = type.content.some(({ id, part }) => id === "source" && part === "text");
  const from = clue === null ? "" : `，线索取自“${tellMatter(clue.content.title)}”`;
  const taken: Words[] = [
    { zh: "所属程序", en: "the track" },
    { zh: "名称", en: "the title" },
    ...(organ === "" ? [] : [{ zh: "被建议单位（立案时所列行政机关）", en: "the addressee (the organ named at the filing)" }]),
    ...(asksSource ? [{ zh: "案件来源", en: "where the case comes from" }] : []),
    ...(findings.length === 0 ? [] : [{ zh: `问题 ${findings.length} 项及其证据`, en: `${findings.length} findings with their evidence` }]),
  ];
  return {
    procedureId: procedure.id,
    taken,
    content: {
      ...empty,
      type: type.id,
      // What is asked of an organ is its duty; the track may be called after the document its clue came from.
      title: (organ !== "" && type.matchesClaims ? `督促${organ}依法履行职责` : procedure.title).slice(0, 120),
      addressee: { ...empty.addressee, name: organ.slice(0, 120) },
      texts: asksSource ? { source: `办理${detail.number}案件中发现${from}` } : {},
      findings: findings.length === 0 ? empty.findings : findings,
    },
  };
}

function organOf({ steps }: Track): string {
  const organ = steps.findLast(({ fields }) => typeof fields["organ"] === "string" && fields["organ"] !== "")?.fields["organ"];
  return typeof organ === "string" ? organ : "";
}

function findingsOf({ steps }: Track, clue: Pick<Clue, "content"> | null): Finding[] {
  const found = steps.flatMap(({ step, on, fields, name }) => {
    const { finding } = fields;
    if (step !== "record-investigation" || typeof finding !== "string" || finding === "") return [];
    return [{ problem: finding, label: `${name.zh}（${on}）`, place: "" }];
  });
  const read = (clue?.content.sentences ?? []).flatMap(({ text, document, from }) =>
    text.trim() === "" || document === null ? [] : [{ problem: text.trim(), label: document, place: `第${from + 1}字起` }],
  );
  const told = found.length > 0 ? found : [...new Map(read.map((one) => [one.problem, one])).values()];
  return told.slice(0, MOST).reduce<Finding[]>((all, { problem, label, place }) => {
    const evidence = [{ kind: "document" as const, id: null, label: label.slice(0, 300), place }];
    // biome-ignore lint/performance/noAccumulatingSpread: five at most, and each id hangs on those before
    return [...all, { ...emptyFinding(all), problem: problem.slice(0, 2000), evidence }];
  }, []);
}

type Known = {
  readonly types: TypesFile;
  readonly detail: { readonly number: string };
  readonly procedures: readonly Track[];
  /** the accepted clue the case rests on; null: none */
  readonly clue: Pick<Clue, "content"> | null;
  /** asked for by the address */
  readonly track: string | null;
};

import { sql } from "kysely";
import { ClueTrack, DismissReason } from "#clues/clues.contract.ts";
import type { RuleList, RulePrompt } from "#clues/rules/clue-rules.contract.ts";
import { APART } from "#clues/rules/noisy.data.ts";
import type { Tx } from "#database/database.ts";

type Where = {
  readonly office?: string | undefined;
  readonly track?: string | undefined;
  readonly field?: string | undefined;
};
type Wanted = Where & { readonly rule: string; readonly from: number; readonly many: number };
type Listed = { readonly items: RulePrompt[]; readonly visible: number };

/** Dismissed prompts of a rule for reasons that speak against it (or do not, `apart`), the last dismissed first: only of cases the acting person sees. */
export async function findDismissedPrompts(tx: Tx, list: Exclude<RuleList, "withheld">, wanted: Wanted): Promise<Listed> {
  const { rule, office, track, field, from, many } = wanted;
  let prompts = tx
    .selectFrom("clue_rules as r")
    .innerJoin("clues as q", "q.id", "r.clue_id")
    .innerJoin("cases as c", "c.id", "q.case_id")
    .innerJoin("offices as o", "o.code", "r.office_code")
    .where("r.rule", "=", rule)
    .where("r.outcome", "=", "dismissed")
    .where("r.reason_code", list === "apart" ? "in" : "not in", [...APART]);
  if (office !== undefined) prompts = prompts.where("r.office_code", "=", office);
  if (track !== undefined) prompts = prompts.where("r.track", "=", track);
  if (field !== undefined) prompts = prompts.where("r.field", "=", field);
  const rows = await prompts
    .leftJoin("case_documents as d", "d.id", "q.document_id")
    .leftJoin("evidence_items as e", "e.id", "d.evidence_id")
    .select(["q.id", "q.title", "q.updated_at as at", "r.track", "r.field", "r.reason_code as code"])
    .select(["c.id as seen_case", "c.number", "o.name_zh", "o.name_en", "d.id as document_id"])
    .select(({ fn }) => fn.coalesce("d.part_name", "e.path").as("document"))
    .orderBy("q.updated_at", "desc")
    .orderBy("q.id")
    .limit(many)
    .offset(from)
    .execute();
  const all = await prompts.select(({ fn }) => fn.countAll<string>().as("many")).executeTakeFirstOrThrow();
  const items = rows.map((row) => ({
    ...present(row),
    clue: { id: row.id, title: row.title },
    code: DismissReason.parse(row.code),
    rules: [],
  }));
  return { items, visible: Number(all.many) };
}

/** 不再提示 withheld prompts that were not made by a later reading, each once, by its newest reading. */
const WITHHELD = ({ office, track, field }: Where) => sql`
  select distinct on (w.document_id, w.track, w.field) w.*
  from withheld_prompts(${office ?? null}) w
  where (${track ?? null}::text is null or w.track = ${track ?? null})
    and (${field ?? null}::text is null or w.field = ${field ?? null})
  order by w.document_id, w.track, w.field, w.withheld_at desc`;

/** How many prompts were withheld by each rule they rest on. */
export async function countWithheld(tx: Tx, where: Where): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ rule: string; many: string }>`
    select rule, count(*) as many from (${WITHHELD(where)}) w, unnest(w.rules) rule group by rule`.execute(tx);
  return new Map(rows.map(({ rule, many }) => [rule, Number(many)]));
}

type WithheldRow = {
  readonly document_id: string;
  readonly document: string;
  readonly seen_case: string;
  readonly number: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly track: string;
  readonly field: string;
  readonly rules: readonly string[];
  readonly at: Date;
};

/** Withheld prompts that rest on the rule, the newest first: only of cases the acting person sees. */
export async function findWithheldPrompts(tx: Tx, { rule, from, many, ...where }: Wanted): Promise<Listed> {
  const seen = sql`
    from (${WITHHELD(where)}) w
    join cases c on c.id = w.case_id
    join case_documents d on d.id = w.document_id
    join evidence_items e on e.id = d.evidence_id
    join offices o on o.code = w.office_code
    where ${rule} = any (w.rules)`;
  const { rows } = await sql<WithheldRow>`
    select w.document_id, coalesce(d.part_name, e.path) as document, c.id as seen_case, c.number, o.name_zh, o.name_en, w.track, w.field, w.rules,
      w.withheld_at as at
    ${seen} order by w.withheld_at desc, w.document_id, w.track, w.field limit ${many} offset ${from}`.execute(tx);
  const counted = await sql<{ many: string }>`select count(*) as many ${seen}`.execute(tx);
  const items = rows.map((row) => ({ ...present(row), clue: null, code: null, rules: [...row.rules] }));
  return { items, visible: Number(counted.rows[0]?.many ?? 0) };
}

type Row = Omit<WithheldRow, "document_id" | "document" | "rules"> & {
  readonly document_id: string | null;
  readonly document: string | null;
};

function present({ document_id, document, seen_case, number, name_zh, name_en, track, field, at }: Row) {
  return {
    document: document_id === null || document === null ? null : { id: document_id, name: document },
    case: { id: seen_case, number },
    office: { zh: name_zh, en: name_en },
    track: ClueTrack.safeParse(track).data ?? null,
    field,
    at: at.toISOString(),
  };
}

import { sql } from "kysely";
import type { ClueContent } from "#clues/clues.contract.ts";
import type { RuleDecision } from "#clues/rules/clue-rules.contract.ts";
import { RULES_AGAINST, RULES_OF_WORDS } from "#clues/rules/rule-words.data.ts";
import type { Tx } from "#database/database.ts";

/** Records which rules a prompt rests on, each once; what became of it is followed and counted by triggers (20261125000115). */
export async function insertClueRules(
  tx: Tx,
  clueId: string,
  officeCode: string,
  { tracks, field, sentences }: ClueContent,
): Promise<void> {
  const rules = new Map<string, string | null>();
  for (const { rule, term } of sentences)
    if (rule !== null && !rules.has(rule)) rules.set(rule, RULES_OF_WORDS.has(rule) && term !== null ? term : null);
  if (rules.size === 0) return;
  const about = {
    clue_id: clueId,
    office_code: officeCode,
    track: tracks[0] ?? "none",
    field,
    outcome: "waiting" as const,
    reason_code: "",
  };
  const rows = [...rules].map(([rule, term]) => ({ ...about, rule, term, speaks_for: !RULES_AGAINST.has(rule) }));
  await tx.insertInto("clue_rules").values(rows).execute();
}

const MOST_OFFICES = 500;
const MOST_TERMS = 50;

type Where = { readonly office?: string | undefined; readonly track?: string | undefined; readonly field?: string | undefined };

/** What became of prompts by rule, track and field, over the offices the acting person sees or the one asked for. */
export async function findRuleCounts(tx: Tx, { office, track, field }: Where) {
  let counts = tx.selectFrom("clue_rule_counts");
  if (office !== undefined) counts = counts.where("office_code", "=", office);
  if (track !== undefined) counts = counts.where("track", "=", track);
  if (field !== undefined) counts = counts.where("field", "=", field);
  const rows = await counts
    .select(["rule", "track", "field", "outcome", "reason_code as code", sql<string>`sum(many)`.as("many")])
    .groupBy(["rule", "track", "field", "outcome", "reason_code"])
    .execute();
  return rows.map((row) => ({ ...row, many: Number(row.many) })).filter(({ many }) => many > 0);
}

/** Offices with prompts that the acting person sees, by code. */
export async function findRuleOffices(tx: Tx) {
  return tx
    .selectFrom("offices as o")
    .select(["o.code", "o.name_zh", "o.name_en"])
    .where(({ exists, selectFrom }) =>
      exists(selectFrom("clue_rule_counts as n").select("n.rule").whereRef("n.office_code", "=", "o.code")),
    )
    .orderBy("o.code")
    .limit(MOST_OFFICES)
    .execute();
}

/** What became of the prompts of one rule, by office. */
export async function findOfficeCounts(tx: Tx, rule: string) {
  const rows = await tx
    .selectFrom("clue_rule_counts as n")
    .innerJoin("offices as o", "o.code", "n.office_code")
    .select(["n.office_code", "o.name_zh", "o.name_en", "n.outcome", "n.reason_code as code", sql<string>`sum(n.many)`.as("many")])
    .where("n.rule", "=", rule)
    .groupBy(["n.office_code", "o.name_zh", "o.name_en", "n.outcome", "n.reason_code"])
    .execute();
  return rows.map((row) => ({ ...row, many: Number(row.many) })).filter(({ many }) => many > 0);
}

/** What became of the prompts of one rule in one office, by the word that was matched; the words with the most prompts. */
export async function findTermCounts(tx: Tx, rule: string, office: string) {
  const rows = await tx
    .selectFrom("clue_rules")
    .select([sql<string>`coalesce(term, '')`.as("term"), "outcome", "reason_code as code", sql<string>`count(*)`.as("many")])
    .where("office_code", "=", office)
    .where("rule", "=", rule)
    .where("term", "in", (eb) =>
      eb
        .selectFrom("clue_rules as m")
        .select("m.term")
        .where("m.office_code", "=", office)
        .where("m.rule", "=", rule)
        .where("m.term", "is not", null)
        .groupBy("m.term")
        .orderBy(sql`count(*)`, "desc")
        .orderBy("m.term")
        .limit(MOST_TERMS),
    )
    .groupBy(["term", "outcome", "reason_code"])
    .execute();
  return rows.map((row) => ({ ...row, many: Number(row.many) }));
}

/** What became of the prompts of one rule by the word that was matched, over the offices the acting person sees or the one asked for, and in how many offices each word stands. */
export async function findTermCountsAcross(tx: Tx, rule: string, office: string | undefined) {
  const counts = tx.selectFrom("clue_rule_term_counts").where("rule", "=", rule).where("many", ">", 0);
  const chosen = office === undefined ? counts : counts.where("office_code", "=", office);
  const rows = await chosen
    .select(["term", "outcome", "reason_code as code", sql<string>`sum(many)`.as("many")])
    .groupBy(["term", "outcome", "reason_code"])
    .execute();
  const offices = await chosen
    .select(["term", sql<string>`count(distinct office_code)`.as("offices")])
    .groupBy("term")
    .execute();
  return {
    counts: rows.map((row) => ({ ...row, many: Number(row.many) })),
    offices: new Map(offices.map((row) => [row.term, Number(row.offices)])),
  };
}

/** What persons of an office said of its rules (or of one), newest first. */
export async function findRuleDecisions(tx: Tx, office: string, rule?: string) {
  const decisions = tx
    .selectFrom("clue_rule_decisions as d")
    .innerJoin("persons as p", "p.id", "d.decided_by")
    .select(["d.rule", "d.seq", "d.decision", "d.reason", "d.decided_at", "p.name as by"])
    .where("d.office_code", "=", office);
  return (rule === undefined ? decisions : decisions.where("d.rule", "=", rule)).orderBy("d.rule").orderBy("d.seq", "desc").execute();
}

/** A decision as it goes out. */
export function presentDecision({ decision, reason, by, decided_at }: Awaited<ReturnType<typeof findRuleDecisions>>[number]) {
  return { decision, reason, by, at: decided_at.toISOString() };
}

/** The newest decision of each rule that anybody has spoken of, in one office or in all the acting person sees. */
export async function findNewestDecisions(tx: Tx, by: { readonly office: string } | { readonly rule: string }) {
  const decisions = tx.selectFrom("clue_rule_decisions").select(["office_code", "rule", "decision"]).distinctOn(["office_code", "rule"]);
  return ("office" in by ? decisions.where("office_code", "=", by.office) : decisions.where("rule", "=", by.rule))
    .orderBy("office_code")
    .orderBy("rule")
    .orderBy("seq", "desc")
    .execute();
}

type NewDecision = {
  readonly office: string;
  readonly rule: string;
  readonly seq: number;
  readonly decision: RuleDecision;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
};

export async function insertRuleDecision(tx: Tx, { office, rule, seq, decision, reason, by, at }: NewDecision): Promise<void> {
  await tx
    .insertInto("clue_rule_decisions")
    .values({ office_code: office, rule, seq, decision, reason, decided_by: by, decided_at: at })
    .execute();
}

/** Holds the rule of an office until the end of the transaction: two decisions come one after the other. */
export async function holdRule(tx: Tx, office: string, rule: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${office} ${rule}`}, 7242116))`.execute(tx);
}

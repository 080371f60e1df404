import type { Effect, Phenomenon } from "#charges/charge-books.contract.ts";
import type { ChargeRow, ChargesAnswer, ConcurrenceSuggestion } from "#charges/charges.contract.ts";
import type { Band } from "#statutes/statutes.contract.ts";

type Language = "zh" | "en";
const STANDING = {
  met: { zh: "构成（建议）", en: "made out (suggested)" },
  "not-met": { zh: "不构成（建议）", en: "not made out (suggested)" },
  unknown: { zh: "未知", en: "unknown" },
} as const satisfies Record<ChargeRow["standing"], { zh: string; en: string }>;
const BANDS = {
  none: { zh: "未达情节严重", en: "below serious" },
  serious: { zh: "情节严重", en: "serious" },
  "especially-serious": { zh: "情节特别严重", en: "especially serious" },
} as const satisfies Record<Band, { zh: string; en: string }>;
/** 罪数处理 in words. */
const EFFECTS = {
  heavier: { zh: "从一重", en: "the heavier" },
  cumulate: { zh: "数罪并罚", en: "both offences" },
  accomplice: { zh: "共同犯罪", en: "accomplice" },
  "one-prevails": { zh: "以一罪定罪", en: "one prevails" },
  alternatives: { zh: "视情形", en: "depends" },
} as const satisfies Record<Effect, { zh: string; en: string }>;

/** The phenomena as lines for a person. */
export function printPhenomena(phenomena: readonly Phenomenon[], language: Language): string {
  return `${phenomena.map(({ id, name, charges }) => `${id.padEnd(28)} ${name[language]} (${charges.length})`).join("\n")}\n`;
}

/** The table as lines for a person: boundary and order first, then a paragraph an offence, then concurrence. */
export function printCharges(answer: ChargesAnswer, language: Language): string {
  const zh = language === "zh";
  const { phenomenon, rows, concurrence, conflicts } = answer;
  const lines = [answer.boundary[language], answer.order[language]];
  if (phenomenon !== null) {
    const unsure = phenomenon.unconfirmed ? (zh ? "（未核对全文）" : " (unconfirmed)") : "";
    lines.push("", `${phenomenon.name[language]}: ${phenomenon.meaning[language]} [${phenomenon.cite}]${unsure}`);
    for (const note of phenomenon.notes) lines.push(`* ${note[language]}${note.cite === undefined ? "" : ` [${note.cite}]`}`);
  }
  for (const row of rows) lines.push("", ...printRow(row, language));
  for (const { fact, offences } of conflicts)
    lines.push("", `${zh ? "各罪名所填不一致，没有共用" : "told differently, not shared"}: ${fact} (${offences.join(", ")})`);
  if (concurrence.length > 0) lines.push("", zh ? "罪数建议" : "Concurrence (suggested)");
  for (const suggestion of concurrence) lines.push(...printConcurrence(suggestion, language));
  return `${lines.join("\n")}\n`;
}

function printRow({ article, title, standing, answer, conditions, carried }: ChargeRow, language: Language): string[] {
  const zh = language === "zh";
  const head = `${zh ? "刑法" : "CL"} ${article} ${title[language]}: ${STANDING[standing][language]}`;
  const unsure = (one: boolean) => (one ? (zh ? "（未核对全文）" : " (unconfirmed)") : "");
  const lines = conditions.map(
    ({ when, cite, unconfirmed }) => `  ${zh ? "条件" : "when"}: ${when[language]} [${cite}]${unsure(unconfirmed)}`,
  );
  if (answer === null) return [head, ...lines, `  ${zh ? "没有载入规则，请查阅条文" : "no rule loaded: look the article up"}`];
  const atMost =
    answer.bandAtMost === undefined ? "" : zh ? `，最高可至${BANDS[answer.bandAtMost].zh}` : `, at most ${BANDS[answer.bandAtMost].en}`;
  const years = answer.consequence?.imprisonment;
  lines.push(
    `  ${BANDS[answer.band][language]}${atMost}${years === undefined ? "" : ` · ${years.minYears ?? 0}–${years.maxYears} ${zh ? "年" : "years"}`}`,
  );
  for (const node of [...answer.elements, ...answer.limbs])
    if (node.outcome === "met") lines.push(`  ✓ ${node.meaning[language]} [${node.provision}]${unsure(node.unconfirmed)}`);
  if (answer.missing.length > 0) lines.push(`  ${zh ? "尚缺" : "missing"}: ${answer.missing.join(", ")}`);
  if (carried.length > 0) lines.push(`  ${zh ? "由其他罪名带入" : "carried over"}: ${carried.map(({ fact }) => fact).join(", ")}`);
  return [head, ...lines];
}

function printConcurrence(suggestion: ConcurrenceSuggestion, language: Language): string[] {
  const zh = language === "zh";
  const unsure = suggestion.unconfirmed ? (zh ? "（未核对全文）" : " (unconfirmed)") : "";
  const pair = suggestion.offences.map(({ title }) => title[language]).join(" + ");
  const open = suggestion.state === "both-made-out" ? "" : zh ? "（取决于未知事实）" : " (depends on unknown facts)";
  const lines = [
    `  ${EFFECTS[suggestion.effect][language]}: ${pair}${open}`,
    `      ${suggestion.when[language]} ${suggestion.meaning[language]} [${suggestion.cite}]${unsure}`,
  ];
  for (const { effect, under, when } of suggestion.alternatives)
    lines.push(`      - ${EFFECTS[effect][language]}${under === null ? "" : ` ${under.title[language]}`}: ${when[language]}`);
  if (suggestion.comparison !== null) lines.push(`      ${suggestion.comparison.because[language]}`);
  return lines;
}

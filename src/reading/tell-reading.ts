import type { ReadAnswer } from "#reading/reading.contract.ts";

const LABELS = {
  zh: {
    charges: "罪名",
    citations: "法条",
    items: "条数",
    gains: "违法所得",
    insider: "内部人员",
    industries: "泄露行业",
    sectors: "涉及行业",
    groups: "特殊群体",
    conducts: "行为",
    downstream: "下游",
    band: "情节",
    recipients: "去向",
    leakSources: "来源",
    sensitive: "敏感种类",
    places: "地点",
    sums: "各项金额",
    chargeNames: "罪名时间",
    clue: "线索",
    none: "未写明",
    approximate: "约",
    suggested: "（文书未写明，据事实推测）",
  },
  en: {
    charges: "charges",
    citations: "provisions",
    items: "items",
    gains: "gains",
    insider: "insider",
    industries: "leaked from",
    sectors: "trades",
    groups: "groups",
    conducts: "conducts",
    downstream: "used for",
    band: "band",
    recipients: "sold or given to",
    leakSources: "taken from",
    sensitive: "sensitive kinds",
    places: "places",
    sums: "sums",
    chargeNames: "time of the charge",
    clue: "clue",
    none: "not said",
    approximate: "about ",
    suggested: " (not named; suggested by the facts)",
  },
} as const;

/** The answer for a person: a line a fact, with the words it was read from. */
export function tellReading(path: string, text: string, answer: ReadAnswer, language: "zh" | "en"): string {
  const label = LABELS[language];
  const quote = ({ from, to }: { from: number; to: number }) =>
    `「${text.slice(Math.max(0, from - 12), Math.min(text.length, to + 8)).replace(/\s+/g, " ")}」@${from}`;
  const [total] = answer.items;
  const rows: (readonly [string, string])[] = [
    [label.charges, `${answer.charges.join("、")}${answer.chargesFrom === "facts" ? label.suggested : ""}`],
    [label.citations, answer.citations.map(tellProvision).join("；")],
    [label.items, total === undefined ? "" : `${total.approximate ? label.approximate : ""}${total.count} ${quote(total)}`],
    [label.gains, answer.gains === null ? "" : `${answer.gains.amount} ${answer.gains.currency} ${quote(answer.gains)}`],
    [label.insider, answer.insider === null ? "" : `${answer.insider.industry ?? ""} ${quote(answer.insider)}`],
    ...(["industries", "sectors", "groups", "conducts", "downstream"] as const).map(
      (list) => [label[list], answer[list].join("、")] as const,
    ),
    [label.band, answer.band === null ? "" : `${answer.band.value} ${quote(answer.band)}`],
    ...tellFacts(answer).map(([field, words]) => [label[field], [...new Set(words)].join("；")] as const),
    ...answer.clues.map(
      ({ track, field, score, reasons }) =>
        [label.clue, `${track} ${field} ${score} = ${reasons.map(({ term, weight }) => `${weight} ${term}`).join(" + ")}`] as const,
    ),
  ];
  return `${path}\n${rows.map(([name, value]) => `  ${name}\t${value === "" ? label.none : value}`).join("\n")}\n`;
}

/** What is told beyond the contract, a word or two each. */
function tellFacts({ recipients, leakSources, sensitive, places, sums, chargeNames }: ReadAnswer) {
  const join = (...parts: readonly (string | number | null)[]) => parts.filter((part) => part !== null).join(" ");
  return [
    ["recipients", recipients.map(({ role, number, speaker }) => join(role, number, `(${speaker})`))],
    ["leakSources", leakSources.map(({ way, industry, speaker }) => join(way, industry, `(${speaker})`))],
    ["sensitive", sensitive.map(({ kind, tier, speaker }) => join(kind, tier, `(${speaker})`))],
    ["places", places.map(({ role, name }) => join(role, name))],
    ["sums", sums.map(({ role, amount, currency, standing, speaker }) => join(role, amount, currency, standing, `(${speaker})`))],
    ["chargeNames", chargeNames.map(({ name, fits, unconfirmed }) => join(name, fits, unconfirmed ? "unconfirmed" : null))],
  ] as const;
}

function tellProvision({ law, article, paragraph, item }: ReadAnswer["citations"][number]): string {
  return `${law} ${article}${paragraph === null ? "" : `.${paragraph}`}${item === null ? "" : `(${item})`}`;
}

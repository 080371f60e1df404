import type { Interval, NullSetSample, SampleEvaluation, SamplePlan } from "#sampling/sampling.contract.ts";

/** The justification, the drawn list and what to beware of, for a person. */
export function printPlan(plan: SamplePlan, language: "zh" | "en"): string {
  const lists = plan.strata.map(({ id, name, drawn }) => `${name}（${id}）：${drawn.join("、")}`);
  const head = language === "zh" ? plan.justification.trimEnd() : `${plan.sizeBecause.en}\n${plan.algorithm.en}`;
  return `${[head, ...lists, ...plan.warnings.map((warning) => `! ${warning[language]}`)].join("\n")}\n`;
}

export function printEvaluation(told: SampleEvaluation, language: "zh" | "en"): string {
  const say = (zh: string, en: string) => (language === "zh" ? zh : en);
  const show = ({ lower, upper, least, most }: Interval) =>
    `${least}–${most} (${(lower * 100).toFixed(2)} %–${(upper * 100).toFixed(2)} %)`;
  const out = told.strata.flatMap(({ name, units, size, holds, fails, unclear, unchecked, intervals }) => [
    say(
      `${name}：${units}条，抽取${size}条：是${holds}、否${fails}、不明${unclear}、未核对${unchecked}`,
      `${name}: ${size} of ${units}: yes ${holds}, no ${fails}, unclear ${unclear}, unchecked ${unchecked}`,
    ),
    ...(intervals === null
      ? []
      : [
          `  ${say("超几何", "hypergeometric")} ${show(intervals.hypergeometric)}  Clopper–Pearson ${show(intervals.clopperPearson)}  Wilson ${show(intervals.wilson)}`,
        ]),
  ]);
  if (told.total !== null) out.push(`${say("合计", "in all")} ${show(told.total.interval)}`);
  return `${[...out, `${told.refused === null ? "" : "! "}${told.conclusion[language]}`].join("\n")}\n`;
}

export function printNullSet(sample: NullSetSample, language: "zh" | "en"): string {
  const say = (zh: string, en: string) => (language === "zh" ? zh : en);
  const out = [
    say(
      `未检出的行共${sample.population}行，抽取${sample.lines.length}行（种子“${sample.seed}”）`,
      `${sample.lines.length} of ${sample.population} lines without findings (seed “${sample.seed}”)`,
    ),
    ...sample.lines.map(({ source, row, masked }) => `  ${source}:${row}  ${masked}`),
  ];
  if (sample.ifNoneMissed !== null)
    out.push(
      say(
        `若所抽各行均无遗漏，则全部未检出的行中漏检的至多${sample.ifNoneMissed.most}行（95%，单侧）。`,
        `If none of these was missed, at most ${sample.ifNoneMissed.most} of all such lines were (95 %, one-sided).`,
      ),
    );
  for (const { path, sentence } of sample.notSampled) out.push(`! ${path}  ${sentence[language]}`);
  return `${out.join("\n")}\n`;
}

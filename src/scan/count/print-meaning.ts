import { nameMeaning } from "#scan/columns/tell-evidence.ts";
import type { Correction } from "#scan/corrections/corrections.contract.ts";
import { layOut } from "#scan/count/lay-out.ts";
import { TIERS } from "#scan/kinds.ts";
import type { CountResult } from "#scan/scan.contract.ts";

const MOST_SHAPES = 20;

/** What persons have to say in a count and what they are told, for a person to read: open items, corrections, shapes, truth, definitions. */
export function printMeaning(result: CountResult, language: "zh" | "en"): string[] {
  return [
    ...printProof(result, language),
    ...printCorrections(result, language),
    ...printShapes(result, language),
    ...printAuthenticity(result, language),
    ...printDefinitions(result, language),
  ];
}

function printProof({ proved, workList }: CountResult, language: "zh" | "en"): string[] {
  if (workList === undefined) return [];
  const { open, confirmed, rejected, anonymised, restored } = workList;
  const both = (split: { A: number; B: number }) => split.A + split.B;
  const said =
    language === "zh"
      ? `认定属实 ${both(confirmed)}，不实 ${both(rejected)}，已匿名化 ${both(anonymised)}，恢复计入 ${restored}`
      : `confirmed ${both(confirmed)}, rejected ${both(rejected)}, anonymised ${both(anonymised)}, restored ${restored}`;
  if (proved === true && both(confirmed) + both(rejected) + both(anonymised) + restored === 0) return [];
  if (language === "en")
    return [
      "",
      proved
        ? `Every item of tiers A and B is decided: ${said}.`
        : `Not proved: to be looked at one by one, tier A ${open.A}, tier B ${open.B} items (${said}). Presuming batches true holds for tier C alone.`,
    ];
  return [
    "",
    proved ? `A、B档均已逐条核实：${said}。` : `未经证实：A档 ${open.A} 条、B档 ${open.B} 条尚待逐条核实（${said}）。批量推定仅适用于C档。`,
  ];
}

function printCorrections({ options, corrections = [] }: CountResult, language: "zh" | "en"): string[] {
  const made = options.corrections ?? [];
  if (made.length === 0) return [];
  const rows = made.map((correction, at) => {
    const effect = corrections[at];
    return [
      `${at + 1}`,
      tellCorrection(correction, language),
      correction.reason,
      correction.by ?? "",
      effect === undefined
        ? ""
        : language === "zh"
          ? `${effect.tables} 张表，${effect.records} 条`
          : `${effect.tables} tables, ${effect.records} records`,
    ];
  });
  return ["", language === "zh" ? "人工更正" : "Corrections by persons", layOut(rows)];
}

const HEADER = {
  is: { zh: "首行是表头", en: "the first row is the header" },
  none: { zh: "首行是数据", en: "the first row is a record" },
} as const;

function tellCorrection(correction: Correction, language: "zh" | "en"): string {
  switch (correction.type) {
    case "column":
      return `${correction.shape ?? correction.source ?? ""} “${correction.column}” = ${nameMeaning(correction.kind)[language]}`;
    case "header":
      return `${correction.shape ?? correction.source ?? ""}: ${HEADER[correction.header ? "is" : "none"][language]}`;
    case "tier":
      return `${nameMeaning(correction.of)[language]} → ${correction.tier}`;
    case "item":
      return `--item ${correction.item}`;
    case "key":
      return `--key ${correction.key}`;
  }
}

function printShapes({ shapes = [] }: CountResult, language: "zh" | "en"): string[] {
  if (shapes.length === 0) return [];
  const zh = language === "zh";
  const lines = shapes
    .slice(0, MOST_SHAPES)
    .flatMap(({ id, columns, sources, records, example }) => [
      zh
        ? `  ${id}  来源 ${sources} 个，记录 ${records} 条，如 ${example}`
        : `  ${id}  ${sources} sources, ${records} records, such as ${example}`,
      ...columns
        .filter(({ kind, because }) => kind !== null || because.some(({ code }) => code.startsWith("correction:")))
        .map(
          ({ name, kind, because }) =>
            `    ${name} = ${nameMeaning(kind)[language]}${zh ? "：" : ": "}${because.map((one) => one[language]).join(zh ? "；" : "; ")}`,
        ),
    ]);
  const more = shapes.length - MOST_SHAPES;
  return [
    "",
    zh ? `表型 ${shapes.length} 个` : `${shapes.length} shapes of tables`,
    ...lines,
    ...(more > 0 ? [zh ? `  另有 ${more} 个，见 --json` : `  and ${more} more, see --json`] : []),
  ];
}

function printAuthenticity({ authenticity = [] }: CountResult, language: "zh" | "en"): string[] {
  const failed = authenticity.filter(({ because }) => because !== null);
  if (failed.length === 0) return [];
  const zh = language === "zh";
  const verdicts = { "provably-invalid": zh ? "可证明不实" : "provably invalid", "not-disproved": zh ? "未能证明不实" : "not disproved" };
  return [
    "",
    zh ? "真实性（不联系信息主体；未能证明不实不等于真实）" : "Authenticity (nobody was asked; not disproved is not true)",
    layOut(failed.map((one) => [verdicts[one.verdict], `${one.findings}`, one[language]])),
  ];
}

function printDefinitions({ definitions = [], effects = [] }: CountResult, language: "zh" | "en"): string[] {
  if (definitions.length === 0) return [];
  const zh = language === "zh";
  const items = { record: zh ? "记录" : "record", person: zh ? "人" : "person" };
  return [
    "",
    zh ? "各口径对照（去重后）" : "Definitions side by side (distinct)",
    layOut([
      zh ? ["条的单位", "去重键", "A", "B", "C", "合计"] : ["item", "key", "A", "B", "C", "total"],
      ...definitions.map(({ item, key, tiers, total }) => [
        items[item],
        key,
        ...TIERS.map((tier) => `${tiers[tier].distinct}`),
        `${total.distinct}`,
      ]),
    ]),
    "",
    zh ? "各规则的效果" : "What each rule did",
    layOut([
      zh ? ["规则", "经过记录", "去除或合并"] : ["rule", "records", "removed"],
      ...effects.filter(({ records }) => records > 0).map((effect) => [effect[language], `${effect.records}`, `${effect.removed}`]),
    ]),
  ];
}

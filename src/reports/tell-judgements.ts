import type { ReportSection } from "#reports/report.contract.ts";
import { amount, FIGURES, WIDE, WORDS } from "#reports/report-cells.ts";
import { SECTION_WORDS } from "#reports/report-words.data.ts";
import type { BundleManifest } from "#scan/bundle/bundle.ts";
import { isKind, KINDS, TIERS } from "#scan/kinds.ts";

/** What depends on persons' judgement or invites it: definitions side by side, authenticity, column meanings by shape. */
export function tellJudgements({ definitions, authenticity, shapes }: BundleManifest, language: "zh" | "en"): ReportSection[] {
  const words = SECTION_WORDS[language];
  return [
    ...(definitions === undefined || definitions.length === 0
      ? []
      : [
          {
            title: words.definitionsTitle,
            parts: [
              {
                kind: "table" as const,
                columns: [WORDS, WIDE, FIGURES, FIGURES, FIGURES, FIGURES, FIGURES],
                head: words.definitionHead,
                rows: definitions.map(({ item, key, total, tiers }) => [
                  words.items[item],
                  key,
                  ...TIERS.map((tier) => amount(tiers[tier].distinct)),
                  amount(total.valid),
                  amount(total.distinct),
                ]),
                size: 8.5,
              },
            ],
          },
        ]),
    ...(authenticity === undefined || authenticity.length === 0
      ? []
      : [
          {
            title: words.authenticity,
            parts: [
              { kind: "text" as const, text: words.authenticityNote },
              {
                kind: "table" as const,
                columns: [WORDS, WIDE, WIDE, FIGURES],
                head: words.authenticityHead,
                rows: authenticity.map((one) => [
                  words.verdicts[one.verdict],
                  isKind(one.kind) ? KINDS[one.kind][language] : one.kind,
                  one[language],
                  amount(one.findings),
                ]),
                size: 8.5,
              },
            ],
          },
        ]),
    ...(shapes === undefined || shapes.length === 0
      ? []
      : [
          {
            title: words.shapes,
            parts: [
              {
                kind: "table" as const,
                columns: [WORDS, WIDE, FIGURES, FIGURES],
                head: words.shapeHead,
                rows: shapes.map(({ id, columns, tables, records }) => [
                  id.slice(0, 8),
                  columns
                    .map(({ name, kind }) => (kind !== null && isKind(kind) ? `${name}=${KINDS[kind][language]}` : name))
                    .join(language === "zh" ? "、" : ", "),
                  amount(tables),
                  amount(records),
                ]),
                size: 8,
              },
            ],
          },
        ]),
  ];
}

import type { Report, ReportPart, ReportSetting } from "#reports/report.contract.ts";
import { amount, breakable, FIGURES, WIDE, WORDS } from "#reports/report-cells.ts";
import { REASON_WORDS, SECTION_WORDS } from "#reports/report-words.data.ts";
import { tellJudgements } from "#reports/tell-judgements.ts";
import type { BundleManifest } from "#scan/bundle/bundle.ts";
import { isKind, KINDS, TIERS } from "#scan/kinds.ts";
import { ExclusionReason, type LedgerLine } from "#scan/scan.contract.ts";
import { TIERS_2017_10 } from "#scan/tiers/tiers-2017-10.ts";

type Language = "zh" | "en";

/**
 * 电子数据统计报告 a count's bundle as a report for the case file: result, method, exclusions, coverage, hashes. Where items of tiers A or B have
 * not been looked at one by one it says so on every page, unless a named person has overridden that with a reason, which is printed.
 */
export function tellCount(manifest: BundleManifest, setting: ReportSetting, language: Language): Report {
  const words = SECTION_WORDS[language];
  const open = openItems(manifest);
  const unproved = open > 0 && setting.override === null;
  return {
    language,
    title: words.title,
    subtitle: setting.office ?? words.subtitle,
    running: [words.title, setting.caseNumber].filter((part) => part !== null).join(" · "),
    mark: unproved ? words.unprovedMark : "",
    footing: `tandem ${manifest.tool.version} · ${manifest.tool.rules} · SHA-256 ${setting.manifestSha256.slice(0, 16)}…`,
    watermark: unproved ? words.unprovedMark : null,
    notice: noticeOf(open, setting, language),
    about: { head: [words.about, ""], rows: aboutRows(manifest, setting, language) },
    sections: [
      { title: words.result, parts: resultParts(manifest, language) },
      { title: words.method, parts: [{ kind: "list", items: methodItems(manifest, language) }] },
      { title: words.exclusions, parts: exclusionParts(manifest, language) },
      { title: words.coverage, parts: coverageParts(manifest, language) },
      { title: words.kinds, parts: [kindTable(manifest, language)] },
      ...tellJudgements(manifest, language),
    ],
    annexes: [
      { title: words.sources, parts: [{ kind: "text", text: words.sourcesNote }, sourceTable(manifest, language)] },
      { title: words.verify, parts: [{ kind: "text", text: words.verifyNote.replace("{sha}", breakable(setting.manifestSha256)) }] },
    ],
    signatures: words.signatures,
  };
}

function openItems({ workList }: BundleManifest): number {
  return (workList?.open.A ?? 0) + (workList?.open.B ?? 0);
}

function noticeOf(open: number, { override }: ReportSetting, language: Language): string | null {
  if (open === 0) return null;
  const words = SECTION_WORDS[language];
  if (override === null) return words.unproved.replace("{open}", amount(open));
  return words.overridden.replace("{open}", amount(open)).replace("{by}", override.by).replace("{reason}", override.reason);
}

function aboutRows({ tool, options, coverage, today }: BundleManifest, setting: ReportSetting, language: Language): string[][] {
  const words = SECTION_WORDS[language];
  return [
    ...(setting.caseNumber === null ? [] : [[words.caseNumber, setting.caseNumber]]),
    ...(setting.madeBy === null ? [] : [[words.madeBy, setting.madeBy]]),
    [words.day, today],
    [words.evidence, words.evidenceOf(amount(coverage.sources), amount(coverage.bytes))],
    [words.item, words.items[options.item]],
    [words.key, options.key === "auto" ? words.keyAuto : isKind(options.key) ? KINDS[options.key][language] : options.key],
    [words.asOf, options.asOf],
    [words.tool, `tandem ${tool.version}`],
    [words.rules, `${tool.rules}（${TIERS.map((tier) => `${tier} ${TIERS_2017_10.citations[tier]}`).join("；")}）`],
  ];
}

function resultParts({ ledger, persons, groups }: BundleManifest, language: Language): ReportPart[] {
  const words = SECTION_WORDS[language];
  const row = (name: string, line: LedgerLine) => [
    name,
    amount(line.seized),
    amount(line.seized - line.valid),
    amount(line.valid),
    amount(line.duplicates),
    amount(line.distinct),
  ];
  const { total } = ledger;
  const share = (part: number) => (total.seized === 0 ? 0 : Math.round((part / total.seized) * 1000) / 10);
  return [
    {
      kind: "table",
      columns: [WORDS, FIGURES, FIGURES, FIGURES, FIGURES, FIGURES].map((column, at) => ({ ...column, grow: at === 0 })),
      head: words.ledgerHead,
      rows: [...TIERS.map((tier) => row(`${tier}  ${TIERS_2017_10.citations[tier]}`, ledger.tiers[tier])), row(words.total, total)],
      size: 9,
    },
    {
      kind: "bars",
      rows: [
        { name: words.seized, share: share(total.seized), value: amount(total.seized) },
        { name: words.valid, share: share(total.valid), value: amount(total.valid) },
        { name: words.distinct, share: share(total.distinct), value: amount(total.distinct) },
      ],
    },
    { kind: "text", text: words.persons(amount(persons.atLeast), amount(persons.atMost)) },
    {
      kind: "text",
      text: words.groups(
        groups.asOf,
        smallCell(groups.under14),
        smallCell(groups.under18),
        smallCell(groups.over60),
        smallCell(groups.women),
      ),
    },
  ];
}

function methodItems({ options, definitions }: BundleManifest, language: Language): string[] {
  const words = SECTION_WORDS[language];
  return [
    ...words.methods,
    ...(options.as === "communication-content" ? [words.asContent] : []),
    ...(options.ocr ? [words.ocr] : []),
    ...(options.corrections ?? []).map((correction, at) => words.correction(at + 1, correction.reason)),
    ...(definitions === undefined ? [] : [words.definitions]),
  ];
}

function exclusionParts({ ledger, effects }: BundleManifest, language: Language): ReportPart[] {
  const words = SECTION_WORDS[language];
  const rows = ExclusionReason.options.flatMap((reason) => {
    const count = ledger.total.excluded[reason] ?? 0;
    if (count === 0) return [];
    const { name, why } = REASON_WORDS[reason];
    const byTier = TIERS.map((tier) => amount(ledger.tiers[tier].excluded[reason] ?? 0));
    return [[name[language], why[language], ...byTier, amount(count)]];
  });
  const parts: ReportPart[] =
    rows.length === 0
      ? [{ kind: "text", text: words.nothingExcluded }]
      : [
          {
            kind: "table",
            columns: [WORDS, WIDE, FIGURES, FIGURES, FIGURES, FIGURES],
            head: words.exclusionHead,
            rows,
            size: 8.5,
          },
        ];
  if (effects !== undefined && effects.length > 0)
    parts.push({
      kind: "table",
      columns: [WIDE, FIGURES, FIGURES],
      head: words.effectHead,
      rows: effects.map((effect) => [effect[language], amount(effect.records), amount(effect.removed)]),
      size: 8.5,
    });
  return parts;
}

function coverageParts({ coverage, sources }: BundleManifest, language: Language): ReportPart[] {
  const words = SECTION_WORDS[language];
  const percent = coverage.bytes === 0 ? "100" : ((coverage.bytesScanned / coverage.bytes) * 100).toFixed(2);
  const gaps = sources.flatMap(({ path, bytes, status, problem }) =>
    problem === null ? [] : [[path, words.status[status], amount(bytes), problem[language]]],
  );
  return [
    {
      kind: "text",
      text: words.coverageText(amount(coverage.scanned), amount(coverage.partly), amount(coverage.unreadable), percent),
    },
    ...(gaps.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            columns: [WIDE, WORDS, FIGURES, WIDE],
            head: words.gapHead,
            rows: gaps,
            size: 8,
          },
        ]),
  ];
}

function kindTable({ kinds }: BundleManifest, language: Language): ReportPart {
  const words = SECTION_WORDS[language];
  return {
    kind: "table",
    columns: [WIDE, FIGURES, FIGURES, FIGURES, FIGURES, FIGURES],
    head: words.kindHead,
    rows: kinds.map(({ kind, found, valid, damaged, invalid, distinct }) => [
      isKind(kind) ? KINDS[kind][language] : kind,
      ...[found, valid, damaged, invalid, distinct].map(amount),
    ]),
    size: 8.5,
  };
}

function sourceTable({ sources }: BundleManifest, language: Language): ReportPart {
  const words = SECTION_WORDS[language];
  return {
    kind: "table",
    columns: [WIDE, FIGURES, FIGURES, WIDE],
    head: words.sourceHead,
    rows: sources.map(({ path, bytes, records, sha256, sm3 }) => [
      breakable(path),
      amount(bytes),
      amount(records),
      `${breakable(`SHA-256 ${sha256 ?? "—"}`)}\n${breakable(`SM3 ${sm3 ?? "—"}`)}`,
    ]),
    size: 6.5,
  };
}

/** Aggregates about special groups never show cells from which a person could be found. */
function smallCell(value: number): string {
  return value > 0 && value < 10 ? "<10" : amount(value);
}

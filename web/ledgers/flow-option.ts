import type { CountFigures } from "#counts/counts.contract.ts";
import { isKind, TIERS, type Tier } from "#scan/kinds.ts";
import { ExclusionReason } from "#scan/scan.contract.ts";
import { TIERS_2017_10, type TierTable } from "#scan/tiers/tiers-2017-10.ts";
import type { ChartOption } from "#web/design/chart/chart.tsx";
import { formatNumber } from "#web/design/number/number.ts";

export type FlowWords = {
  readonly seized: string;
  readonly valid: string;
  readonly duplicate: string;
  readonly distinct: string;
  readonly reason: (reason: ExclusionReason) => string;
  readonly tier: (tier: "A" | "B" | "C") => string;
};

/** A stream of records from one pile to another. */
export type Stream = { readonly source: string; readonly target: string; readonly value: number };

/** 查获 → 有效 → 去重后 every record of the ledgers as a stream; what leaves names its reason. Streams of nothing are left out. */
export function buildStreams({ ledger }: Pick<CountFigures, "ledger">, words: FlowWords): Stream[] {
  const streams: Stream[] = [];
  const add = (source: string, target: string, value: number) => value > 0 && streams.push({ source, target, value });
  for (const tier of TIERS) {
    const line = ledger.tiers[tier];
    const name = words.tier(tier);
    add(name, words.valid, line.valid);
    for (const reason of ExclusionReason.options) add(name, words.reason(reason), line.excluded[reason] ?? 0);
  }
  add(words.valid, words.distinct, ledger.total.distinct);
  add(words.valid, words.duplicate, ledger.total.duplicates);
  return streams;
}

const COLOURS: Readonly<Record<"A" | "B" | "C", string>> = { A: "#9c2f2f", B: "#b0762a", C: "#2c5f8a" };

/** The streams as a Sankey picture. */
export function buildFlowOption(result: Pick<CountFigures, "ledger">, words: FlowWords): ChartOption {
  const streams = buildStreams(result, words);
  const names = [...new Set(streams.flatMap(({ source, target }) => [source, target]))];
  const colourOf = (name: string) => {
    const tier = TIERS.find((one) => words.tier(one) === name);
    if (tier !== undefined) return COLOURS[tier];
    if (name === words.distinct) return "#1d6b4f";
    return name === words.valid ? "#3d6d8f" : "#a4abb3";
  };
  return {
    animation: false,
    tooltip: { trigger: "item" },
    series: [
      {
        type: "sankey",
        left: 4,
        right: 150,
        top: 8,
        bottom: 8,
        nodeWidth: 12,
        nodeGap: 12,
        draggable: false,
        emphasis: { focus: "adjacency" },
        data: names.map((name) => ({ name, itemStyle: { color: colourOf(name) } })),
        links: streams,
        lineStyle: { color: "source", opacity: 0.28 },
        label: {
          fontSize: 12,
          color: "#1f2a35",
          formatter: ({ name, value }: { name?: string; value?: unknown }) => `${name ?? ""} ${formatNumber(Number(value ?? 0))}`,
        },
      },
    ],
  };
}

/** Kinds by the tier that the law puts them in, each as large as its distinct valid values. */
export function buildKindsOption({ kinds }: Pick<CountFigures, "kinds">, wordsOf: (kind: string) => string, words: FlowWords): ChartOption {
  const table: TierTable = TIERS_2017_10;
  const tierOf = (kind: string): Tier => (isKind(kind) ? table.kinds[kind] : undefined) ?? "C";
  const children = (tier: "A" | "B" | "C") =>
    kinds
      .filter(({ kind, distinct }) => distinct > 0 && tierOf(kind) === tier)
      .map(({ kind, distinct }) => ({ name: wordsOf(kind), value: distinct }));
  return {
    animation: false,
    tooltip: { trigger: "item" },
    series: [
      {
        type: "treemap",
        roam: false,
        nodeClick: false,
        breadcrumb: { show: false },
        left: 0,
        right: 0,
        top: 0,
        bottom: 0,
        upperLabel: { show: true, height: 22, color: "#fff", fontSize: 12 },
        label: {
          formatter: ({ name, value }: { name?: string; value?: unknown }) => `${name ?? ""}\n${formatNumber(Number(value ?? 0))}`,
          fontSize: 12,
        },
        data: TIERS.map((tier) => ({
          name: words.tier(tier),
          itemStyle: { color: COLOURS[tier], borderColor: COLOURS[tier], borderWidth: 2, gapWidth: 2 },
          children: children(tier),
        })).filter((tier) => tier.children.length > 0),
      },
    ],
  };
}

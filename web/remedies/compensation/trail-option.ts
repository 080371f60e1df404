import type { Trail } from "#remedies/compensation/compensation.contract.ts";
import { formatFen } from "#remedies/format-fen.ts";
import type { ChartOption } from "#web/design/chart/chart.tsx";
import { COLOURS, FONT } from "#web/design/theme/theme.ts";

export const TRAIL_COLOURS = {
  debtor: COLOURS.ink,
  account: COLOURS.accent,
  held: "#3d6d8f",
  purpose: COLOURS.met,
  overdue: "#a61b1b",
  execution: "#8a5200",
  later: COLOURS.notMet,
} as const;

/** The money trail as a Sankey picture; `nameOf` puts a node into words. Widths are fen. */
export function buildTrailOption({ nodes, links }: Trail, nameOf: (node: Trail["nodes"][number]) => string): ChartOption {
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    series: [
      {
        type: "sankey",
        left: 4,
        right: 240,
        top: 8,
        bottom: 8,
        nodeWidth: 12,
        nodeGap: 26,
        draggable: false,
        silent: true,
        data: nodes.map((node) => ({ name: node.id, itemStyle: { color: TRAIL_COLOURS[node.kind] } })),
        links: links.map(({ from, to, amount }) => ({ source: from, target: to, value: amount })),
        lineStyle: { color: "source", opacity: 0.28 },
        label: {
          fontSize: 12,
          color: COLOURS.ink,
          width: 230,
          overflow: "break",
          formatter: ({ name, value }: { name?: string; value?: unknown }) => {
            const node = nodes.find(({ id }) => id === name);
            return `${node === undefined ? "" : nameOf(node)}\n${formatFen(Number(value ?? 0))}`;
          },
        },
      },
    ],
  };
}

/** The links as CSV, in yuan. */
export function buildTrailCsv({ nodes, links }: Trail, nameOf: (node: Trail["nodes"][number]) => string): string {
  const name = (id: string) => {
    const node = nodes.find((one) => one.id === id);
    return `"${(node === undefined ? id : nameOf(node)).replaceAll('"', '""')}"`;
  };
  const lines = links.map(({ from, to, amount }) => `${name(from)},${name(to)},${formatFen(amount).replaceAll(",", "")}`);
  return `\uFEFF${["from,to,yuan", ...lines].join("\r\n")}\r\n`;
}

import { Button } from "antd";
import { useMemo } from "react";
import type { CompensationState, Trail } from "#remedies/compensation/compensation.contract.ts";
import { formatFen } from "#remedies/format-fen.ts";
import { Chart, drawSvg } from "#web/design/chart/chart.tsx";
import { downloadPng, downloadText } from "#web/design/chart/download.ts";
import { useText, useWords } from "#web/design/text/language.tsx";
import { compensationText } from "#web/remedies/compensation/compensation.text.ts";
import { buildTrailCsv, buildTrailOption, TRAIL_COLOURS } from "#web/remedies/compensation/trail-option.ts";
import { remediesText } from "#web/remedies/remedies.text.ts";

/** 资金去向 the trail as a picture whose title states where the money stands, and the same figures as a table. */
export function MoneyTrail({ state }: { readonly state: CompensationState }) {
  const t = useText(compensationText);
  const r = useText(remediesText);
  const words = useWords();
  const { trail, finding } = state;
  const nameOf = ({ kind, name }: Trail["nodes"][number]) => {
    if (kind === "overdue" || kind === "execution" || kind === "later") return t(kind);
    return kind === "held" ? t("held", { name }) : name;
  };
  const key = JSON.stringify([trail, nameOf({ id: "", kind: "later", name: "" })]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text of the trail says whether it changed
  const option = useMemo(() => buildTrailOption(trail, nameOf), [key]);
  const height = Math.max(180, trail.nodes.length * 52);
  const name = (id: string) => {
    const node = trail.nodes.find((one) => one.id === id);
    return node === undefined ? id : nameOf(node);
  };
  return (
    <div className="stack-tight">
      <div className="line between">
        <h4 className="figure break" data-testid="compensation-finding">
          {words(finding)}
        </h4>
        <span className="line no-print">
          <Button
            size="small"
            onClick={() => void downloadPng("money.png", drawSvg(buildTrailOption(trail, nameOf), 900, height), 900, height)}
          >
            PNG
          </Button>
          <Button
            size="small"
            onClick={() => downloadText("money.svg", "image/svg+xml", drawSvg(buildTrailOption(trail, nameOf), 900, height))}
          >
            SVG
          </Button>
          <Button size="small" onClick={() => downloadText("money.csv", "text/csv", buildTrailCsv(trail, nameOf))}>
            CSV
          </Button>
        </span>
      </div>
      {trail.links.length === 0 ? <p className="quiet">{t("noTrail")}</p> : null}
      {trail.links.length === 0 ? null : (
        <div className="trail-wide">
          <Chart option={option} height={height} />
        </div>
      )}
      <NarrowTrail trail={trail} name={name} />
      <p className="small quiet">{t("netted")}</p>
      <details className="small">
        <summary>{r("figures")}</summary>
        <table className="remedy-table" data-testid="trail-table">
          <thead>
            <tr>
              <th>{t("from")}</th>
              <th>{t("to")}</th>
              <th className="remedy-amount">{r("amount")}</th>
            </tr>
          </thead>
          <tbody>
            {trail.links.map(({ from, to, amount }) => (
              <tr key={`${from} ${to}`}>
                <td>{name(from)}</td>
                <td>{name(to)}</td>
                <td className="remedy-amount">{formatFen(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

/** The same streams as bars one below the other, where a stream between columns has no room for its words. */
function NarrowTrail({ trail, name }: { readonly trail: Trail; readonly name: (id: string) => string }) {
  const most = Math.max(1, ...trail.links.map(({ amount }) => amount));
  return (
    <ul className="remedy-stack trail-narrow" aria-hidden="true">
      {trail.links.map(({ from, to, amount }) => (
        <li key={`${from} ${to}`}>
          <span className="break">
            {name(from)} → {name(to)}
          </span>
          <span className="figure remedy-stack-amount">{formatFen(amount)}</span>
          <svg className="remedy-stack-bar" viewBox="0 0 100 16" preserveAspectRatio="none">
            <title>{formatFen(amount)}</title>
            <rect
              width={(amount / most) * 100}
              height="16"
              fill={TRAIL_COLOURS[trail.nodes.find(({ id }) => id === to)?.kind ?? "later"]}
            />
          </svg>
        </li>
      ))}
    </ul>
  );
}

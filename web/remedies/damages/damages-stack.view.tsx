import { Button } from "antd";
import type { DamagesState } from "#remedies/damages/damages.contract.ts";
import { formatFen } from "#remedies/format-fen.ts";
import { downloadPng, downloadText } from "#web/design/chart/download.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { damagesText } from "#web/remedies/damages/damages.text.ts";
import { buildStack, buildStackCsv, drawStack } from "#web/remedies/damages/damages-stack.ts";
import { remediesText } from "#web/remedies/remedies.text.ts";

const COLOURS = { claim: "#1d4f7c", cost: "#46618a", consequence: "#8a5200" } as const;

/** The remedy stack: what is asked and what else takes money, hatched where it is taken twice; its title states the finding. */
export function DamagesStack({ content, answer }: Pick<DamagesState, "content" | "answer">) {
  const t = useText(damagesText);
  const r = useText(remediesText);
  const words = useWords();
  const rows = buildStack(content, answer, { claim: t("claimRow"), costs: t("costsRow") });
  const most = Math.max(1, ...rows.map(({ amount }) => amount ?? 0));
  const amountOf = (amount: number | null) => (amount === null ? r("unknown") : formatFen(amount));
  const svg = () => drawStack(rows, words(answer.finding), amountOf);
  const { net } = answer;
  return (
    <div className="stack-tight">
      <div className="line between">
        <h4 className="figure break" data-testid="damages-finding">
          {words(answer.finding)}
        </h4>
        <span className="line no-print">
          <Button size="small" onClick={() => void downloadPng("damages.png", svg(), 800, rows.length * 36 + 56)}>
            PNG
          </Button>
          <Button size="small" onClick={() => downloadText("damages.svg", "image/svg+xml", svg())}>
            SVG
          </Button>
          <Button
            size="small"
            onClick={() =>
              downloadText(
                "damages.csv",
                "text/csv",
                buildStackCsv(rows, (fen) => formatFen(fen).replaceAll(",", "")),
              )
            }
          >
            CSV
          </Button>
        </span>
      </div>
      <ul className="remedy-stack" data-testid="damages-stack">
        {rows.map(({ key, label, amount, overlap, kind }) => (
          <li key={key}>
            <span className="break">{label}</span>
            <span className="figure remedy-stack-amount">
              {amount === null ? <Mark tone="unknown">{r("unknown")}</Mark> : formatFen(amount)}
            </span>
            <svg className="remedy-stack-bar" viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
              <defs>
                <pattern id={`twice-${key}`} width="1.2" height="16" patternUnits="userSpaceOnUse">
                  <rect width="0.6" height="16" fill="#fff" />
                </pattern>
              </defs>
              <rect width={((amount ?? 0) / most) * 100} height="16" fill={COLOURS[kind]} />
              <rect width={(overlap / most) * 100} height="16" fill={`url(#twice-${key})`} />
            </svg>
          </li>
        ))}
        <li>
          <span>{t("punitiveRow")}</span>
          <span className="remedy-stack-amount quiet" data-testid="damages-punitive">
            {t("notComputed")}
          </span>
          <span />
        </li>
      </ul>
      <p className="small quiet">{t("legend")}</p>
      <p className="figure" data-testid="damages-net">
        {net.low === null || net.high === null
          ? t("netUnknown")
          : net.settled
            ? t("net", { n: formatFen(net.high) })
            : net.low === net.high
              ? t("netApart", { n: formatFen(net.high) })
              : t("netOpen", { low: formatFen(net.low), high: formatFen(net.high) })}
      </p>
    </div>
  );
}

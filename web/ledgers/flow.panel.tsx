import { useMemo } from "react";
import type { CountFigures } from "#counts/counts.contract.ts";
import { Chart } from "#web/design/chart/chart.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { buildFlowOption, buildKindsOption } from "#web/ledgers/flow-option.ts";
import { ledgersText } from "#web/ledgers/ledgers.text.ts";
import { EXCLUSION_WORDS, TIER_WORDS, wordsOfKind } from "#web/words/words.text.ts";

/** Where the seized records went, and which kinds of information there are: two pictures of figures that stand as tables beside them. */
export function FlowPanel({ result }: { readonly result: CountFigures }) {
  const t = useText(ledgersText);
  const words = useWords();
  const [flow, kinds] = useMemo(() => {
    const said = {
      seized: t("seized"),
      valid: t("valid"),
      duplicate: t("duplicate"),
      distinct: t("distinct"),
      reason: (reason: keyof typeof EXCLUSION_WORDS) => words(EXCLUSION_WORDS[reason]),
      tier: (tier: keyof typeof TIER_WORDS) => words(TIER_WORDS[tier]),
    };
    return [buildFlowOption(result, said), buildKindsOption(result, (kind) => words(wordsOfKind(kind)), said)];
  }, [result, t, words]);
  if (result.ledger.total.seized === 0) return null;
  return (
    <div className="columns no-print" data-testid="flow">
      <section className="panel stack-tight">
        <h2>{t("flow")}</h2>
        <Chart option={flow} height={280} />
      </section>
      <section className="panel stack-tight">
        <h2>{t("kindsByTier")}</h2>
        <Chart option={kinds} height={280} />
        <p className="quiet small">{t("kindsByTierWhy")}</p>
      </section>
    </div>
  );
}
